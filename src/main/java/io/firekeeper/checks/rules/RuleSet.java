package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import org.jspecify.annotations.Nullable;

/**
 * All rules that one replica evaluates.
 */
final class RuleSet {

	private final List<Rule> rules = new ArrayList<>();

	private final Map<RuleFile, List<Rule>> files = new IdentityHashMap<>();

	private final Map<String, List<Rule>> records = new LinkedHashMap<>();

	private final Map<String, List<Rule>> alerts = new LinkedHashMap<>();

	private final Map<String, Map<Identity, Rule>> firsts = new ConcurrentHashMap<>();

	private final Dialect dialect;

	private RuleSet(Dialect dialect) {
		this.dialect = dialect;
	}

	static RuleSet of(List<RuleFile> files, Dialect dialect) {
		RuleSet set = new RuleSet(dialect);
		files.parallelStream().map((file) -> file.rules(dialect)).toList().forEach((rules) -> rules.forEach(set::add));
		return set;
	}

	private void add(Rule rule) {
		this.rules.add(rule);
		this.files.computeIfAbsent(rule.file(), (_) -> new ArrayList<>()).add(rule);
		(rule.isAlert() ? this.alerts : this.records).computeIfAbsent(rule.name(), (_) -> new ArrayList<>()).add(rule);
	}

	/** In the order of the files. */
	List<Rule> rules() {
		return this.rules;
	}

	/** The rules of one of the files. */
	List<Rule> of(RuleFile file) {
		return this.files.getOrDefault(file, List.of());
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
		return this.alerts.keySet();
	}

	/** The rules of the same sort with the same name. */
	List<Rule> namesakes(Rule rule) {
		return (rule.isAlert() ? this.alerts : this.records).getOrDefault(rule.name(), List.of());
	}

	/** The first rule with the same name, labels and expression. */
	@Nullable Rule firstLike(Rule rule) {
		List<Rule> namesakes = namesakes(rule);
		if (namesakes.size() < 2) {
			return rule;
		}
		return this.firsts.computeIfAbsent(rule.isAlert() + rule.name(), (_) -> firsts(namesakes))
			.get(Identity.of(rule, this.dialect));
	}

	private Map<Identity, Rule> firsts(List<Rule> namesakes) {
		Map<Identity, Rule> firsts = new HashMap<>();
		namesakes.forEach((rule) -> firsts.putIfAbsent(Identity.of(rule, this.dialect), rule));
		return firsts;
	}

	/** What makes two rules of one name the same. */
	private record Identity(Map<String, String> labels, String expression) {

		static Identity of(Rule rule, Dialect dialect) {
			Map<String, String> labels = new HashMap<>();
			rule.labels().forEach((label, value) -> labels.put(label, value.text()));
			Expression expression = rule.expression();
			return new Identity(labels,
					(expression != null) ? PromQl.print(expression, dialect) : rule.source().text());
		}

	}

}
