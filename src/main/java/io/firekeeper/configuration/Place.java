package io.firekeeper.configuration;

/**
 * Where a value stands.
 *
 * @param path its path
 * @param position its position
 */
public record Place(YamlPath path, Position position) {

	/** The place of what was made and not read. */
	public static final Place NOWHERE = new Place(YamlPath.ROOT, Position.NONE);

}
