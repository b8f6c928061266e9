package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the entries of a mapping: keys unique by their text, merge keys resolved as
 * the dialect does (go-yaml v2 and v3 {@code decode.go} {@code merge}).
 */
final class YamlMappingBuilder {

	private final YamlDialect dialect;

	private final YamlPath path;

	private final List<Problem> problems;

	private final Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();

	private final List<YamlMapping.Entry> overridden = new ArrayList<>();

	private final Set<String> merged = new TreeSet<>();

	private final List<YamlMapping> postponed = new ArrayList<>();

	private boolean merges;

	YamlMappingBuilder(YamlDialect dialect, YamlPath path, List<Problem> problems) {
		this.dialect = dialect;
		this.path = path;
		this.problems = problems;
	}

	void add(YamlScalar key, YamlNode value, boolean merge) {
		if (merge) {
			merge(key, value);
		}
		else if (!key.isNull() || !this.dialect.isThree()) {
			set((key.isNull() && this.dialect == YamlDialect.GO_2) ? new YamlScalar("", true, key.position()) : key,
					value);
		}
	}

	YamlMapping build(Position position) {
		this.postponed.forEach((mapping) -> mapping.entries().forEach(this::putIfMissing));
		return new YamlMapping(List.copyOf(this.entries.values()), this.overridden, position);
	}

	private void set(YamlScalar key, YamlNode value) {
		YamlMapping.Entry before = this.entries.get(key.text());
		if (before != null && !this.merged.remove(key.text())) {
			problem("duplicate-key", List.of(key.text(), String.valueOf(before.key().position().line())), key);
			return;
		}
		put(new YamlMapping.Entry(key, value));
	}

	private void merge(YamlScalar key, YamlNode value) {
		if (this.merges && this.dialect != YamlDialect.GO_2) {
			problem("duplicate-key", List.of(key.text(), ""), key);
			return;
		}
		this.merges = true;
		List<YamlMapping> mappings = mappings(key, value);
		switch (this.dialect) {
			case PORTABLE -> mappings.forEach((mapping) -> mergeAlike(key, mapping));
			case GO_2 -> mappings.reversed().forEach(this::mergeOver);
			case GO_3, GO_3_NODES -> this.postponed.addAll(mappings);
		}
	}

	private List<YamlMapping> mappings(YamlScalar key, YamlNode value) {
		List<? extends YamlNode> items = (value instanceof YamlSequence sequence) ? sequence.items() : List.of(value);
		if (!items.stream().allMatch(YamlMapping.class::isInstance)) {
			problem("merge-not-mapping", List.of(), key);
			return List.of();
		}
		return items.stream().map(YamlMapping.class::cast).toList();
	}

	private void mergeAlike(YamlScalar key, YamlMapping mapping) {
		for (YamlMapping.Entry entry : mapping.entries()) {
			String name = entry.key().text();
			if (this.entries.containsKey(name) && !this.merged.contains(name)) {
				problem("merge-after-key", List.of(name), key);
			}
			putIfMissing(entry);
		}
	}

	private void mergeOver(YamlMapping mapping) {
		this.overridden.addAll(mapping.overridden());
		for (YamlMapping.Entry entry : mapping.entries()) {
			if (!this.entries.containsKey(entry.key().text())) {
				this.merged.add(entry.key().text());
			}
			put(entry);
		}
	}

	private void putIfMissing(YamlMapping.Entry entry) {
		if (this.entries.putIfAbsent(entry.key().text(), entry) == null) {
			this.merged.add(entry.key().text());
		}
	}

	private void put(YamlMapping.Entry entry) {
		YamlMapping.Entry before = this.entries.put(entry.key().text(), entry);
		if (before != null && this.dialect == YamlDialect.GO_2) {
			this.overridden.add(before);
		}
	}

	private void problem(String code, List<String> arguments, YamlScalar key) {
		this.problems.add(new Problem(code, arguments, this.path.key(key.text()).toString(), key.position()));
	}

}
