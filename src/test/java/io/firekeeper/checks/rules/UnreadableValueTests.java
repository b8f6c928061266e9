package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadableValueTests {

	@Test
	void whenARateIsPrintedAsItIsThenItIsFound() {
		assertThat(Rules.found("unreadable-value", """
				- {alert: A, expr: 'sum(rate(a[5m])) > 1', annotations: {a: '{{ $value }}/s'}}
				""")).containsExactly("INFO 4:67 rate [a, $value]");
	}

	@Test
	void whenTheValueIsReadableThenNothingIsFound() {
		assertThat(Rules.found("unreadable-value",
				"""
						- {alert: A, expr: 'sum(rate(a[5m])) > 1', annotations: {a: '{{ $value | humanize }}/s', b: '{{ printf "%.2f" $value }}', c: 'x'}}
						- {alert: B, expr: 'count(rate(a[5m]) > 1) > 1', annotations: {a: '{{ $value }}'}}
						- {alert: C, expr: 'up == 0', annotations: {a: '{{ $value }}'}}
						"""))
			.isEmpty();
	}

}
