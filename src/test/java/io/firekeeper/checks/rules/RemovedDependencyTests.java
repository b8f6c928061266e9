package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemovedDependencyTests {

	@Test
	void whenARuleReadsWhatIsRemovedThenItIsFound() {
		RuleFile before = Rules.file("""
				- {record: a:b, expr: 'up'}
				- {alert: Old, expr: 'up == 0'}
				""");
		RuleFile after = Rules.file("""
				- {alert: A, expr: 'sum(a:b) > 0'}
				- {alert: B, expr: 'ALERTS{alertname="Old"}'}
				- {alert: C, expr: 'x:y > 0'}
				""");
		assertThat(found(after, before)).containsExactly("WARNING 4:27 record [A, a:b]", "WARNING 5:30 alert [B, Old]");
		assertThat(found(after, after)).isEmpty();
	}

	private static List<String> found(RuleFile after, RuleFile before) {
		RuleContext context = new RuleContext(Target.of(Rules.DIALECT), RuleSet.of(List.of(after), Rules.DIALECT),
				RuleSet.of(List.of(before), Rules.DIALECT), AlertReceivers.UNKNOWN);
		return RuleChecks.check(context, List.of(after), (check) -> check.name().equals("removed-dependency"))
			.stream()
			.map((finding) -> Rules.line(finding.finding()))
			.toList();
	}

}
