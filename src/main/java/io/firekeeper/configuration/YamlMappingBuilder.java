package io.firekeeper.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the entries of a mapping: keys unique by their text, merge keys resolved. Go's
 * two decoders disagree when a merge follows a key that it also sets (v2: the merge wins,
 * v3: the key wins), so that is refused.
 */
final class YamlMappingBuilder {

	private final YamlPath path;

	private final List<Problem> problems;

	private final Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();

	private final Set<String> merged = new TreeSet<>();

	private boolean merges;

	YamlMappingBuilder(YamlPath path, List<Problem> problems) {
		this.path = path;
		this.problems = problems;
	}

	void add(YamlScalar key, YamlNode value, boolean merge) {
		if (merge) {
			merge(key, value);
		}
		else {
			set(key, value);
		}
	}

	YamlMapping build(Position position) {
		return new YamlMapping(List.copyOf(this.entries.values()), position);
	}

	private void set(YamlScalar key, YamlNode value) {
		YamlMapping.Entry before = this.entries.get(key.text());
		if (before != null && !this.merged.remove(key.text())) {
			problem("duplicate-key", List.of(key.text(), String.valueOf(before.key().position().line())), key);
			return;
		}
		this.entries.put(key.text(), new YamlMapping.Entry(key, value));
	}

	private void merge(YamlScalar key, YamlNode value) {
		if (this.merges) {
			problem("duplicate-key", List.of(key.text(), ""), key);
			return;
		}
		this.merges = true;
		switch (value) {
			case YamlMapping mapping -> merge(key, mapping);
			case YamlSequence sequence -> sequence.items().forEach((item) -> mergeItem(key, item));
			case YamlScalar _ -> problem("merge-not-mapping", List.of(), key);
		}
	}

	private void mergeItem(YamlScalar key, YamlNode item) {
		if (item instanceof YamlMapping mapping) {
			merge(key, mapping);
		}
		else {
			problem("merge-not-mapping", List.of(), key);
		}
	}

	private void merge(YamlScalar key, YamlMapping mapping) {
		for (YamlMapping.Entry entry : mapping.entries()) {
			String name = entry.key().text();
			if (!this.entries.containsKey(name)) {
				this.entries.put(name, entry);
				this.merged.add(name);
			}
			else if (!this.merged.contains(name)) {
				problem("merge-after-key", List.of(name), key);
			}
		}
	}

	private void problem(String code, List<String> arguments, YamlScalar key) {
		this.problems.add(new Problem(code, arguments, this.path.key(key.text()).toString(), key.position()));
	}

}
