package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertTemplateTests {

	@Test
	void whenALabelPrintsTheValueThenItIsFound() {
		assertThat(Rules.found("alert-template",
				"""
						- {alert: A, expr: 'up == 0', labels: {a: '{{ $value | humanize }}', b: '{{ if gt $value 5.0 }}x{{ else }}y{{ end }}'}}
						- {alert: B, expr: 'up == 0', annotations: {a: '{{ $value | humanize }}'}}
						"""))
			.containsExactly("WARNING 4:49 value [A, a, $value]");
	}

	@Test
	void whenQuotesStandInCommentsAndCharactersThenWhatFollowsIsStillRead() {
		assertThat(Rules.found("alert-template", """
				- alert: A
				  expr: up == 0
				  labels:
				    a: '{{/* don"t }} `*/}}{{ $value }}'
				    b: '{{ printf "%c" 0x22 }}{{ print "}}" }}{{ $value }}'
				    c: '{{ eq ''"'' 34 }}{{ $value }}'
				""")).containsExactly("WARNING 7:33 value [A, a, $value]", "WARNING 8:52 value [A, b, $value]",
				"WARNING 9:31 value [A, c, $value]");
	}

	@Test
	void whenAQueryCannotWorkThenItIsFound() {
		assertThat(Rules.found("alert-template", """
				- alert: A
				  expr: up == 0
				  annotations:
				    a: '{{ query "up xxx" | first | value }}'
				    b: '{{ with printf "sum({job=%q}) by(" .Labels.job | query }}{{ . | first | value }}{{ end }}'
				    c: '{{ range query "sum(up)" }}{{ .Labels.instance }}{{ end }}{{ .Labels.instance }}'
				    d: '{{ with query "sum by (job) (up)" }}{{ . | first | label "job" }}{{ end }}'
				    e: '{{ (query "sum(up)" | first).Labels.job }}'
				""")).containsExactly("WARNING 7:20 query [a, up xxx]", "WARNING 8:26 query [b, sum({job=\"x\"}) by(]",
				"WARNING 9:49 query-label [c, instance, sum(up)]", "WARNING 11:47 query-label [e, job, sum(up)]");
	}

	@Test
	void whenATemplateFailsThenItIsFound() {
		assertThat(Rules.found("alert-template",
				"""
						- {alert: A, expr: 'up == 0', annotations: {a: '{{ .instance }}', b: '{{ $value | first }}', c: '{{ nil }}'}}
						"""))
			.containsExactly("WARNING 4:54 field [a, instance]", "WARNING 4:76 fails [b, $value | first]",
					"WARNING 4:103 fails [c, nil]");
	}

	@Test
	void whenAnExternalLabelIsMissingThenItIsFound() {
		RuleFile file = Rules.file(
				"- {alert: A, expr: 'up == 0', annotations: {a: '{{ $externalLabels.region }}/{{ .ExternalLabels.cluster }}'}}");
		assertThat(Rules.found("alert-template",
				RuleSubject.of(List.of(file), Rules.target("global: {external_labels: {cluster: eu}}"))))
			.containsExactly("WARNING 4:70 external-label [a, region]");
	}

	@Test
	void whenAConditionAsksForAnExternalLabelThenItMayBeMissing() {
		RuleFile file = Rules.file("""
				- alert: A
				  expr: up == 0
				  annotations:
				    a: '{{ if $externalLabels.region }}in {{ $externalLabels.region }}{{ end }}'
				    b: 'write $externalLabels.zone between braces'
				""");
		assertThat(Rules.found("alert-template", RuleSubject.of(List.of(file), Rules.target("{}")))).isEmpty();
	}

	@Test
	void whenALabelIsPutIntoAQueryThenItIsNotReadFromItsResult() {
		assertThat(Rules.found("alert-template",
				"""
						- alert: A
						  expr: up == 0
						  annotations:
						    a: '{{ printf "count(up{job=\'\'%s\'\'})" .Labels.job | query | first | value }}'
						    b: '{{ query (printf "count(up{job=\'\'%s\'\'})" $labels.job) | first | value }}'
						    c: '{{ range printf "count(up{job=\'\'%s\'\'})" .Labels.job | query }}{{ .Labels.instance }}{{ end }}'
						    d: '{{ query (printf "count(up{job=\'\'%s\'\'})" $labels.job) | first | label "job" }}'
						"""))
			.extracting((line) -> line.replaceAll("^WARNING \\d+:\\d+ ", ""))
			.containsExactly("query-label [c, instance, count(up{job='x'})]",
					"query-label [d, job, count(up{job='x'})]");
	}

}
