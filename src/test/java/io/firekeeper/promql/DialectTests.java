package io.firekeeper.promql;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DialectTests {

	@Test
	void whenAReleaseHasAFeatureAsStandardThenNobodyNeedsToAsk() {
		assertThat(Dialect.of(3, 14).features()).containsExactly(Feature.DURATION_EXPRESSIONS);
		assertThat(Dialect.of(3, 13).features()).isEmpty();
	}

	@Test
	void whenAReleaseLacksAFeatureThenSwitchingItOnChangesNothing() {
		assertThat(Dialect.of(3, 5).with(Feature.values()).features())
			.containsExactly(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS, Feature.DURATION_EXPRESSIONS);
	}

	@Test
	void whenAReleaseIsUnknownThenTheNearestKnownOneCounts() {
		assertThat(Dialect.of(2, 30).release()).isEqualTo(Release.OLDEST);
		assertThat(Dialect.of(4, 1).release()).isEqualTo(Release.NEWEST);
	}

}
