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
		RuleSubject subject = RuleSubject.of(List.of(after), Target.of(Rules.DIALECT));
		assertThat(Rules.found("removed-dependency", subject.after(List.of(before))))
			.containsExactly("WARNING 4:27 record [A, a:b]", "WARNING 5:30 alert [B, Old]");
		assertThat(Rules.found("removed-dependency", subject.after(List.of(after)))).isEmpty();
	}

}
