package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConstantAlertTests {

	@Test
	void whenAnAlertIsANumberThenItIsFound() {
		assertThat(Rules.found("constant-alert", """
				- {alert: Watchdog, expr: 'vector(1)'}
				- {alert: Other, expr: 'up == 0'}
				""")).containsExactly("INFO 4:30 always [Watchdog]");
	}

}
