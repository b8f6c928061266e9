package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DroppedLabelTests {

	@Test
	void whenAnAggregationDropsWhatATemplateReadsThenItIsFound() {
		assertThat(Rules.found("dropped-label", """
				- alert: A
				  expr: sum by (job) (up) == 0
				  annotations:
				    summary: |
				      Several lines, and
				      {{ $labels.job }} on {{ $labels.instance }}
				- {alert: B, expr: 'sum(up) == 0', labels: {team: '{{ .Labels.team }}'}}
				- {alert: C, expr: 'sum without (team) (up) == 0', annotations: {a: '{{ index $labels "team" }}'}}
				""")).containsExactly("WARNING 9:33 template [summary, instance, by (job)]",
				"WARNING 10:57 template [team, team, sum(up)]", "WARNING 11:89 template [a, team, without (team)]");
	}

	@Test
	void whenATemplateAsksForALabelThenItMayBeMissing() {
		assertThat(Rules.found("dropped-label",
				"""
						- alert: A
						  expr: sum(up) == 0
						  annotations: {a: '{{ if $labels.job }}{{ $labels.job }}{{ end }}{{ with .Labels.team }}{{ . }}{{ end }}'}
						"""))
			.isEmpty();
	}

	@Test
	void whenItIsFixedThenTheAggregationKeepsTheLabel() {
		assertThat(Rules.fixed("dropped-label",
				"- {alert: A, expr: 'sum(up) == 0', annotations: {a: '{{ $labels.job }}'}}"))
			.contains("'sum by (job) (up) == 0'");
		assertThat(Rules.fixed("dropped-label",
				"- {alert: A, expr: 'sum by (x) (up) == 0', annotations: {a: '{{ $labels.job }}'}}"))
			.contains("'sum by (x, job) (up) == 0'");
		assertThat(Rules.fixed("dropped-label",
				"- {alert: A, expr: 'sum without(job,x) (up) == 0', annotations: {a: '{{ $labels.job }}'}}"))
			.contains("'sum without (x) (up) == 0'");
	}

	@Test
	void whenOneEditIsNotEnoughThenThereIsNone() {
		RuleSubject subject = RuleSubject.of(
				List.of(Rules.file("- {alert: A, expr: 'sum(max(up)) == 0', annotations: {a: '{{ $labels.job }}'}}")),
				Target.of(Rules.DIALECT));
		assertThat(Rules.findings("dropped-label", subject)).hasSize(1).allMatch((finding) -> finding.fix() == null);
	}

	@Test
	void whenRoutingNeedsTheLabelThenItIsFound() {
		RuleFile file = Rules.file("""
				- {alert: A, expr: 'sum(up) == 0'}
				- {alert: B, expr: 'sum(up) == 0', labels: {team: x}}
				- {alert: C, expr: 'sum by (team) (up) == 0'}
				""");
		AlertReceivers receivers = new AlertReceivers() {

			@Override
			public @Nullable Boolean notifies(Map<String, @Nullable String> labels) {
				return null;
			}

			@Override
			public Set<String> routedBy() {
				return Set.of("team");
			}

		};
		RuleSubject subject = RuleSubject.of(List.of(file), Target.of(Rules.DIALECT)).routedBy(receivers);
		assertThat(Rules.found("dropped-label", subject)).containsExactly("WARNING 4:23 routing [A, team, sum(up)]");
	}

}
