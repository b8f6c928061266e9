package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mapping. Keys are unique and keep their order.
 *
 * @param entries in order
 * @param overridden what was merged or set first and then replaced by one of the entries;
 * go-yaml v2 decodes it all the same
 * @param position where it was read
 */
public record YamlMapping(List<Entry> entries, List<Entry> overridden, Position position) implements YamlNode {

	public YamlMapping {
		entries = List.copyOf(entries);
		overridden = List.copyOf(overridden);
	}

	public YamlMapping(List<Entry> entries, Position position) {
		this(entries, List.of(), position);
	}

	public static YamlMapping empty() {
		return new YamlMapping(List.of(), Position.NONE);
	}

	/** The value of a key, or {@code null} when the key is missing. */
	public @Nullable YamlNode get(String key) {
		for (Entry entry : this.entries) {
			if (entry.key().text().equals(key)) {
				return entry.value();
			}
		}
		return null;
	}

	/** This mapping with a key set: in its place when it exists, else at the end. */
	public YamlMapping with(String key, YamlNode value) {
		List<Entry> changed = new ArrayList<>();
		boolean replaced = false;
		for (Entry entry : this.entries) {
			boolean same = entry.key().text().equals(key);
			changed.add(same ? new Entry(entry.key(), value) : entry);
			replaced |= same;
		}
		if (!replaced) {
			changed.add(new Entry(YamlScalar.plain(key), value));
		}
		return new YamlMapping(changed, this.overridden, this.position);
	}

	/** This mapping without a key. */
	public YamlMapping without(String key) {
		return new YamlMapping(without(this.entries, key), without(this.overridden, key), this.position);
	}

	private static List<Entry> without(List<Entry> entries, String key) {
		return entries.stream().filter((entry) -> !entry.key().text().equals(key)).toList();
	}

	/**
	 * A key and its value.
	 *
	 * @param key the key
	 * @param value the value
	 */
	public record Entry(YamlScalar key, YamlNode value) {
	}

}
