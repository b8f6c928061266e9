package io.firekeeper.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The way from the root to a node. Grows by reference, so that walking a large tree
 * builds no strings; only a place that is reported does.
 *
 * @param parent the way to the node above; {@code null} at the root
 * @param step the last step as it is printed
 */
record YamlPath(@Nullable YamlPath parent, String step) {

	static final YamlPath ROOT = new YamlPath(null, "");

	YamlPath key(String key) {
		return new YamlPath(this, (this.parent == null) ? key : "." + key);
	}

	YamlPath index(int index) {
		return new YamlPath(this, "[" + index + "]");
	}

	YamlPath named(String name) {
		return new YamlPath(this, "[" + name + "]");
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		append(text);
		return text.toString();
	}

	private void append(StringBuilder text) {
		if (this.parent != null) {
			this.parent.append(text);
		}
		text.append(this.step);
	}

}
