package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExternalLabelCollisionTests {

	@Test
	void whenARuleHidesAnExternalLabelThenItIsFound() {
		RuleFile file = Rules.file("""
				- {alert: A, expr: 'up == 0', labels: {cluster: other, team: x}}
				- {alert: B, expr: 'up == 0', labels: {cluster: eu}}
				""");
		assertThat(Rules.found("external-label",
				RuleSubject.of(List.of(file), Rules.target("global: {external_labels: {cluster: eu}}"))))
			.containsExactly("WARNING 4:51 hidden [A, cluster, other, eu]");
	}

}
