package io.firekeeper.configuration;

import java.util.List;

/**
 * A list.
 *
 * @param items in order
 * @param position where it was read
 */
public record YamlSequence(List<YamlNode> items, Position position) implements YamlNode {

	public YamlSequence {
		items = List.copyOf(items);
	}

	public static YamlSequence of(List<? extends YamlNode> items) {
		return new YamlSequence(List.copyOf(items), Position.NONE);
	}

}
