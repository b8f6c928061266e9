package io.firekeeper.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.alertmanager.AlertmanagerSchema;

/** Any text as alertmanager.yml. */
class AlertmanagerConfigurationFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#alertmanagerFiles")
	@FuzzTest
	void whenAConfigurationIsReadThenItIsRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		Printing.check(input, AlertmanagerSchema.OLDEST, AlertmanagerConfigurationFuzzTests::read);
		Printing.check(input, AlertmanagerSchema.NEWEST, AlertmanagerConfigurationFuzzTests::read);
	}

	private static Yaml.Reading read(String text, TargetVersion version) {
		Yaml.Reading reading = Yaml.read(text, Yaml.USER_LIMIT);
		return (reading.root() != null)
				? new Yaml.Reading(reading.root(), AlertmanagerSchema.check(reading.root(), version)) : reading;
	}

}
