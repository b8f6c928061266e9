package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Objects;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.promql.Dialect;

/**
 * Rules from short texts, and what is found in them.
 */
final class Rules {

	static final Dialect DIALECT = Dialect.of(3, 5);

	private Rules() {
	}

	/** A file with one group; the rules begin in line 4. */
	static RuleFile file(String rules) {
		return file("rules.yml", "groups:\n- name: g\n  rules:\n" + rules.indent(2), "{}");
	}

	static RuleFile file(String name, String text, String settings) {
		if (Yaml.read(text, Yaml.USER_LIMIT).root() == null) {
			throw new IllegalArgumentException(text);
		}
		return RuleFile.read(name, text, settings(settings).settings());
	}

	static CheckSettings.Reading settings(String text) {
		return CheckSettings.read("settings", Objects.requireNonNull(Yaml.read(text, Yaml.USER_LIMIT).root()));
	}

	/** A Prometheus with this prometheus.yml. */
	static Target target(String configuration) {
		return Target.of(DIALECT,
				(YamlMapping) Objects.requireNonNull(Yaml.read(configuration, Yaml.USER_LIMIT).root()));
	}

	/** What a check finds in rules of which nothing else is known. */
	static List<String> found(String check, String rules) {
		return found(check, RuleSubject.of(List.of(file(rules)), Target.of(DIALECT)));
	}

	/** What a check finds, as short lines. */
	static List<String> found(String check, RuleSubject subject) {
		return findings(check, subject).stream().map(RuleFinding::finding).map(Rules::line).toList();
	}

	static List<RuleFinding> findings(String check, RuleSubject subject) {
		return RuleChecks.check(subject).stream().filter((finding) -> finding.finding().check().equals(check)).toList();
	}

	/** The file after the one edit that a check offers. */
	static String fixed(String check, String rules) {
		return fixed(check, RuleSubject.of(List.of(file(rules)), Target.of(DIALECT)));
	}

	static String fixed(String check, RuleSubject subject) {
		RuleFinding finding = findings(check, subject).getFirst();
		return Objects.requireNonNull(finding.fix()).apply(subject.files().getFirst().text());
	}

	static String line(Finding finding) {
		return finding.severity() + " " + finding.line() + ":" + finding.column() + " " + finding.code() + " "
				+ finding.arguments();
	}

}
