package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckSettingsTests {

	private static final String RULES = """
			groups:
			- name: g
			  rules:
			  - alert: Down
			    expr: 'up{job=~"a"}'
			    for: 30m
			    labels: {severity: urgent, components: api db}
			    annotations: {summary: It is down, wait: 30m}
			  - record: x
			    expr: rate(foo[30d])
			""";

	@Test
	void whenASeverityIsSetThenFindingsHaveIt() {
		assertThat(found("redundant-regex", "severity: {redundant-regex: error}"))
			.containsExactly("ERROR 5:15 plain [job=~\"a\", job, =, a]");
		assertThat(found("redundant-regex", "severity: {redundant-regex: off}")).isEmpty();
	}

	@Test
	void whenLabelsAreDemandedThenWhatIsMissingOrWrongIsFound() {
		assertThat(found("required-label", """
				require_labels:
				- {name: team, severity: error}
				- {name: severity, one_of: [critical, warning], optional: true}
				- {name: components, matches: api|web, words: '\\w+', optional: true}
				""")).containsExactly("ERROR 4:12 missing [Down, team]", "ERROR 9:13 missing [x, team]",
				"WARNING 7:24 value [Down, severity, urgent, critical, warning]",
				"WARNING 7:44 pattern [Down, components, db, api|web]");
	}

	@Test
	void whenAnnotationsAreDemandedThenTheyMayReferToTheRule() {
		assertThat(found("required-annotation", """
				require_annotations:
				- {name: wait, matches: '{{ $for }}'}
				- {name: summary, matches: '{{ $alert }}.*'}
				- {name: runbook_.*}
				""")).containsExactly("WARNING 4:12 missing [Down, runbook_.*]",
				"WARNING 8:28 pattern [Down, summary, It is down, {{ $alert }}.*]");
	}

	@Test
	void whenOtherThingsAreDemandedThenTheyAreFound() {
		assertThat(found("required-matcher", "require_matchers: [{label: env, metric: up}]"))
			.containsExactly("WARNING 5:12 missing [up{job=~\"a\"}, env]");
		assertThat(found("forbidden-text", "forbid: [{values: urgent}, {names: wait, annotations: true}]"))
			.containsExactly("WARNING 7:24 value [Down, severity, urgent]", "WARNING 8:46 name [Down, wait, wait]");
		assertThat(found("name-convention", "names: [{records: '.+:.+'}]"))
			.containsExactly("WARNING 9:13 record [x, .+:.+]");
		assertThat(found("duration-bounds", "{for: {max: 10m}, keep_firing_for: {min: 1m, severity: info}}"))
			.containsExactly("WARNING 6:10 long [Down, for, 10m]", "INFO 4:12 short [Down, keep_firing_for, 1m]");
		assertThat(found("range-limit", "range: {max: 7d}")).containsExactly("WARNING 10:16 long [foo[30d], 1w]");
	}

	@Test
	void whenSettingsAreWrongThenTheyAreFoundAndTheRestCounts() {
		CheckSettings.Reading reading = Rules.settings("""
				severity: {redundant-regex: of, redundant-regexes: off, short-for: error, syntax: off}
				require_labels: [{nam: team}, {name: '('}, team]
				range: {max: long}
				for: [5m]
				names: {alerts: x}
				forbids: []
				forbid: [{}]
				""");
		assertThat(reading.findings()).extracting(Rules::line)
			.containsExactly("WARNING 1:29 unknown-severity [of]", "WARNING 1:33 unknown-check [redundant-regexes]",
					"WARNING 1:75 unknown-check [syntax]", "WARNING 2:18 missing-key [name]",
					"WARNING 2:19 unknown-key [nam]", "WARNING 2:31 not-regex [name, missing closing )]",
					"WARNING 2:44 not-mapping []", "WARNING 3:14 not-duration [max]", "WARNING 4:6 not-mapping []",
					"WARNING 5:8 not-list []", "WARNING 6:1 unknown-key [forbids]",
					"WARNING 7:10 demands-nothing [names, values]");
		assertThat(reading.settings().severity(new ShortFor())).hasToString("ERROR");
	}

	@Test
	void whenSettingsLieOverOthersThenTheyWinAndDemandsAddUp() {
		CheckSettings base = Rules.settings("{severity: {short-for: error}, range: {max: 1d}}").settings();
		CheckSettings own = Rules.settings("{severity: {short-for: off}, range: {max: 2d}}").settings().over(base);
		assertThat(own.severity(new ShortFor())).isNull();
		assertThat(own.demands()).hasSize(2);
	}

	private static List<String> found(String check, String settings) {
		RuleFile file = Rules.file("rules.yml", RULES, settings);
		return Rules.found(check, RuleSubject.of(List.of(file), Target.of(Rules.DIALECT)));
	}

	@Test
	void whenAPatternRepeatsWhatARuleSaysThenTheWholeValueIsRepeated() {
		String settings = "require_annotations: [{name: wait, matches: '({{ $annotations.wait }})?{{ $labels.none }}+x'}]";
		assertThat(found("required-annotation", settings)).hasSize(1);
		String optional = "require_annotations: [{name: summary, matches: '{{ $alert }}?It is down'}]";
		assertThat(found("required-annotation", optional)).isEmpty();
	}

}
