package io.firekeeper.configuration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PrometheusDurationTests {

	@ParameterizedTest
	@CsvSource({ "0, 0, 0s", "0s, 0, 0s", "5m, 300000, 5m", "5ms, 5, 5ms", "5m5ms, 300005, 5m5ms",
			"1h30m, 5400000, 1h30m", "90m, 5400000, 1h30m", "1y1w1d1h1m1s1ms, 32230861001, 373d1h1m1s1ms",
			"7d, 604800000, 1w", "010s, 10000, 10s" })
	void whenADurationIsReadThenItIsPrintedAsPrometheusDoes(String text, long milliseconds, String printed) {
		PrometheusDuration duration = PrometheusDuration.parse(text);
		assertThat(duration.milliseconds()).isEqualTo(milliseconds);
		assertThat(duration).hasToString(printed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "m", "5 m", "1m1h", "1h1h", "-1m", "1.5h", "5mm", "5M", "5s ", "٣s", "1ms1s",
			"293y", "99999999999999999999999y" })
	void whenATextIsNoDurationThenItIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PrometheusDuration.parse(text));
		assertThat(PrometheusDuration.orNull(text)).isNull();
	}

}
