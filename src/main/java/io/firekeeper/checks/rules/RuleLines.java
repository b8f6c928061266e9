package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;

/**
 * Which lines of a file belong to which of its rules.
 */
final class RuleLines {

	private static final String RULES = "rules";

	private final NavigableMap<Integer, List<Rule>> ends = new TreeMap<>();

	private final List<Span> groups = new ArrayList<>();

	/** Those of rules in the order of their file. */
	RuleLines(List<Rule> rules) {
		Map<YamlMapping, List<Rule>> byGroup = new IdentityHashMap<>();
		List<YamlMapping> inOrder = new ArrayList<>();
		for (Rule rule : rules) {
			this.ends.computeIfAbsent(lastLine(rule.tree()), (_) -> new ArrayList<>()).add(rule);
			byGroup.computeIfAbsent(rule.group(), (group) -> {
				inOrder.add(group);
				return new ArrayList<>();
			}).add(rule);
		}
		int end = 0;
		for (YamlMapping group : inOrder) {
			Span span = Span.of(end, group, byGroup.getOrDefault(group, List.of()));
			this.groups.add(span);
			end = span.end();
		}
	}

	/**
	 * The rule around a line or behind it, several when they end in one line; all rules
	 * of a group when the line belongs to none of them.
	 */
	List<Rule> around(int line) {
		for (Span group : this.groups) {
			if (group.owns(line)) {
				return group.rules();
			}
		}
		Map.Entry<Integer, List<Rule>> rule = this.ends.ceilingEntry(line);
		return (rule != null) ? rule.getValue() : List.of();
	}

	/** The last line of what a rule or a group says itself. */
	private static int lastLine(YamlMapping mapping) {
		int last = mapping.position().line();
		for (YamlMapping.Entry entry : mapping.entries()) {
			last = Math.max(last, entry.key().position().line());
			if (entry.value() instanceof YamlScalar value) {
				last = Math.max(last, value.position(value.text().stripTrailing().length()).line());
			}
			else if (entry.value() instanceof YamlMapping inner) {
				last = Math.max(last, lastLine(inner));
			}
		}
		return last;
	}

	/**
	 * The lines of a group.
	 *
	 * @param before the last line of the group before
	 * @param header where its list of rules begins
	 * @param lastRule the last line of its last rule
	 * @param end its last line
	 * @param rules its rules
	 */
	private record Span(int before, int header, int lastRule, int end, List<Rule> rules) {

		static Span of(int before, YamlMapping group, List<Rule> rules) {
			int header = group.entries()
				.stream()
				.filter((entry) -> entry.key().text().equals(RULES))
				.mapToInt((entry) -> entry.key().position().line())
				.findFirst()
				.orElse(0);
			int lastRule = lastLine(rules.getLast().tree());
			return new Span(before, header, lastRule, Math.max(lastRule, lastLine(group)), rules);
		}

		boolean owns(int line) {
			return this.before < line && line <= this.header || this.lastRule < line && line <= this.end;
		}

	}

}
