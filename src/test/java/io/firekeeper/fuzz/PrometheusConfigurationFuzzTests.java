package io.firekeeper.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;

/** Any text as prometheus.yml. */
class PrometheusConfigurationFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#prometheusFiles")
	@FuzzTest
	void whenAConfigurationIsReadThenItIsRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		Printing.check(input, TargetVersion.OLDEST, PrometheusSchema::readConfiguration);
		Printing.check(input, TargetVersion.NEWEST, PrometheusSchema::readConfiguration);
	}

}
