package io.firekeeper.configuration;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands.
 *
 * @param path its path
 * @param position its position
 * @param scalar what stands there, when it is a scalar that was read
 */
public record Place(YamlPath path, Position position, @Nullable YamlScalar scalar) {

	/** The place of what was made and not read. */
	public static final Place NOWHERE = new Place(YamlPath.ROOT, Position.NONE);

	Place(YamlPath path, Position position) {
		this(path, position, null);
	}

	static Place of(YamlPath path, YamlNode node) {
		return new Place(path, node.position(), (node instanceof YamlScalar scalar) ? scalar : null);
	}

	/** The position of a character of the scalar that stands here. */
	Position within(int offset) {
		return (this.scalar != null) ? this.scalar.position(offset) : this.position;
	}

}
