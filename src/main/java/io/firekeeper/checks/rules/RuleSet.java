package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;

/**
 * All rules that one replica evaluates.
 */
final class RuleSet {

	private final List<Rule> rules = new ArrayList<>();

	private final Map<String, List<Rule>> records = new LinkedHashMap<>();

	private RuleSet() {
	}

	static RuleSet of(List<RuleFile> files, Dialect dialect) {
		RuleSet set = new RuleSet();
		for (RuleFile file : files) {
			for (YamlMapping group : file.groups()) {
				RuleFile.mappings(group.get("rules")).forEach((rule) -> set.add(file, group, rule, dialect));
			}
		}
		return set;
	}

	private void add(RuleFile file, YamlMapping group, YamlMapping tree, Dialect dialect) {
		YamlScalar alert = Rule.scalar(tree, "alert");
		YamlScalar title = (alert != null) ? alert : Rule.scalar(tree, "record");
		YamlScalar source = Rule.scalar(tree, "expr");
		if (title == null || source == null) {
			return;
		}
		Rule rule = new Rule(file, group, tree, title, alert != null, source, PromQl.parse(source.text(), dialect));
		this.rules.add(rule);
		if (!rule.isAlert()) {
			this.records.computeIfAbsent(rule.name(), (_) -> new ArrayList<>()).add(rule);
		}
	}

	/** In the order of the files. */
	List<Rule> rules() {
		return this.rules;
	}

	/** The rules that record a series. */
	List<Rule> recording(String series) {
		return this.records.getOrDefault(series, List.of());
	}

	Set<String> recorded() {
		return this.records.keySet();
	}

	/** The names of the alerts. */
	Set<String> alerts() {
		Set<String> names = new HashSet<>();
		this.rules.stream().filter(Rule::isAlert).map(Rule::name).forEach(names::add);
		return names;
	}

	/** The expressions that can be read. */
	static List<Expression> expressions(List<Rule> rules) {
		List<Expression> expressions = new ArrayList<>();
		for (Rule rule : rules) {
			Expression expression = rule.expression();
			if (expression != null) {
				expressions.add(expression);
			}
		}
		return expressions;
	}

}
