package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnroutedAlertTests {

	@Test
	void whenAnAlertReachesNobodyThenItIsFound() {
		RuleFile file = Rules.file("""
				- {alert: A, expr: 'up == 0', labels: {team: a}}
				- {alert: B, expr: 'up == 0', labels: {team: b}}
				- {alert: C, expr: 'up == 0', labels: {team: "{{ $labels.team }}"}}
				""");
		AlertReceivers receivers = (labels) -> labels.get("team") == null || "a".equals(labels.get("team"));
		RuleSubject subject = RuleSubject.of(List.of(file), Target.of(Rules.DIALECT));
		assertThat(Rules.found("unrouted-alert", subject.routedBy(receivers)))
			.containsExactly("WARNING 5:13 nobody [B]");
		assertThat(Rules.found("unrouted-alert", subject)).isEmpty();
	}

}
