package io.firekeeper.revisions.compile;

import io.firekeeper.configuration.TargetVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyTextsTests {

	private static final String BROKEN = DemoPolicies.NODE_RULES.replace("== 0", "==");

	private final PolicyTexts first = PolicyTexts.after(null);

	@Test
	void whenATextWasReadEarlierThenItIsNotReadAgain() {
		PolicyTexts.Reading rules = this.first.read(DemoPolicies.NODE_RULES);
		assertThat(PolicyTexts.after(this.first).read(copy(DemoPolicies.NODE_RULES))).isSameAs(rules);
		assertThat(PolicyTexts.after(null).read(DemoPolicies.NODE_RULES)).isNotSameAs(rules);
	}

	@Test
	void whenATextIsNotAskedForThenItIsForgotten() {
		PolicyTexts.Reading rules = this.first.read(DemoPolicies.NODE_RULES);
		PolicyTexts second = PolicyTexts.after(this.first);
		second.read(BROKEN);
		PolicyTexts third = PolicyTexts.after(second);
		assertThat(third.read(DemoPolicies.NODE_RULES)).isNotSameAs(rules);
		assertThat(third.read(BROKEN)).isSameAs(second.read(BROKEN));
	}

	@Test
	void whenTheEnvelopeCannotBeReadThenItsProblemsAreKept() {
		PolicyTexts.Reading reading = this.first.read("kind: Global\n");
		assertThat(reading.policy()).isNull();
		assertThat(reading.document()).isNull();
		assertThat(reading.problems()).isNotEmpty();
	}

	@Test
	void whenVersionsDifferThenEachHasItsOwnProblems() {
		String text = DemoPolicies.NODE_RULES.replace("for: 5m", "keep_firing_for: 5m");
		ReadPolicy policy = this.first.read(text).policy();
		assertThat(policy).isNotNull();
		assertThat(policy.problems(new TargetVersion(2, 41))).hasSize(1);
		assertThat(policy.problems(new TargetVersion(2, 42))).isEmpty();
	}

	private static String copy(String text) {
		return new String(text.toCharArray());
	}

}
