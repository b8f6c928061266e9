package io.firekeeper.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The way from the root to a node. Grows by reference, so that walking a large tree
 * builds no strings; only a place that is reported does.
 *
 * @param parent the way to the node above; {@code null} at the root
 * @param name the key, or the name of an item; {@code null} for an index
 * @param index the index; {@value #KEY} for a key, {@value #NAMED} for a named item
 */
public record YamlPath(@Nullable YamlPath parent, @Nullable String name, int index) {

	private static final int KEY = -1;

	private static final int NAMED = -2;

	public static final YamlPath ROOT = new YamlPath(null, "", KEY);

	public YamlPath key(String key) {
		return new YamlPath(this, key, KEY);
	}

	public YamlPath index(int index) {
		return new YamlPath(this, null, index);
	}

	public YamlPath named(String name) {
		return new YamlPath(this, name, NAMED);
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		append(text);
		return text.toString();
	}

	private void append(StringBuilder text) {
		if (this.parent == null) {
			return;
		}
		this.parent.append(text);
		switch (this.index) {
			case KEY -> text.append((this.parent.parent != null) ? "." : "").append(this.name);
			case NAMED -> text.append('[').append(this.name).append(']');
			default -> text.append('[').append(this.index).append(']');
		}
	}

}
