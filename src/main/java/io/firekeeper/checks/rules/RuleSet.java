package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.firekeeper.promql.Dialect;

/**
 * All rules that one replica evaluates.
 */
final class RuleSet {

	private final List<Rule> rules = new ArrayList<>();

	private final Map<RuleFile, List<Rule>> files = new IdentityHashMap<>();

	private final Map<String, Namesakes> records = new LinkedHashMap<>();

	private final Map<String, Namesakes> alerts = new LinkedHashMap<>();

	private RuleSet() {
	}

	static RuleSet of(List<RuleFile> files, Dialect dialect) {
		RuleSet set = new RuleSet();
		files.parallelStream().map((file) -> file.rules(dialect)).toList().forEach((rules) -> rules.forEach(set::add));
		return set;
	}

	private void add(Rule rule) {
		this.rules.add(rule);
		this.files.computeIfAbsent(rule.file(), (_) -> new ArrayList<>()).add(rule);
		(rule.isAlert() ? this.alerts : this.records).computeIfAbsent(rule.name(), (_) -> new Namesakes()).add(rule);
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
		Namesakes recording = this.records.get(series);
		return (recording != null) ? recording.rules() : List.of();
	}

	Set<String> recorded() {
		return this.records.keySet();
	}

	/** The names of the alerts. */
	Set<String> alerts() {
		return this.alerts.keySet();
	}

	/** The rules of the same sort with the same name, itself too. */
	Namesakes namesakes(Rule rule) {
		return Objects.requireNonNull((rule.isAlert() ? this.alerts : this.records).get(rule.name()),
				"it is one of the rules");
	}

}
