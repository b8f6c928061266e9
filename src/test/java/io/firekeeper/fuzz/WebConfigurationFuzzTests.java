package io.firekeeper.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.WebSchema;

/** Any text as web.yml. */
class WebConfigurationFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#webFiles")
	@FuzzTest
	void whenAConfigurationIsReadThenItIsRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		Printing.check(input, TargetVersion.OLDEST, WebSchema::read);
		Printing.check(input, TargetVersion.NEWEST, WebSchema::read);
	}

}
