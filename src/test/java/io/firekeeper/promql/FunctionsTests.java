package io.firekeeper.promql;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionsTests {

	@Test
	void whenTheReleaseIsOldThenLaterFunctionsAreMissing() {
		assertThat(Functions.of(Dialect.of(2, 42))).hasSize(70)
			.containsKey("holt_winters")
			.doesNotContainKeys("histogram_avg", "mad_over_time");
	}

	@Test
	void whenAFunctionIsExperimentalThenItNeedsTheFeature() {
		assertThat(Functions.of(Dialect.of(3, 5))).doesNotContainKeys("mad_over_time", "holt_winters");
		assertThat(Functions.of(Dialect.of(3, 5).with(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS)))
			.containsKeys("mad_over_time", "double_exponential_smoothing");
		assertThat(Functions.of(Dialect.of(3, 14))).containsKey("first_over_time");
		assertThat(Functions.of(Dialect.of(3, 14).with(Feature.values()))).hasSize(90);
	}

	@Test
	void whenArgumentsMayBeLeftOutThenTheSignatureSaysHowMany() {
		Function round = Functions.all().get("round");
		assertThat(round).isNotNull();
		assertThat(round.minimumArguments()).isEqualTo(1);
		assertThat(round.maximumArguments()).isEqualTo(2);
		Function join = Functions.all().get("label_join");
		assertThat(join).isNotNull();
		assertThat(join.minimumArguments()).isEqualTo(3);
		assertThat(join.maximumArguments()).isEqualTo(Integer.MAX_VALUE);
		assertThat(join.argument(9)).isEqualTo(ValueType.STRING);
		Function quantiles = Functions.all().get("histogram_quantiles");
		assertThat(quantiles).isNotNull();
		assertThat(quantiles.maximumArguments()).isEqualTo(12);
	}

}
