package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.TargetFiles;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text as a file of targets, in YAML and in JSON. */
class TargetFileFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#targetFiles")
	@FuzzTest
	void whenTargetsAreReadThenTheyAreRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		Printing.check(input, TargetVersion.NEWEST, (text, version) -> TargetFiles.read("a.yml", text, version));
		String text = new String(input, StandardCharsets.UTF_8);
		Bounds.hold(() -> checkJson(TargetFiles.read("a.json", text, TargetVersion.NEWEST)));
	}

	private static void checkJson(Yaml.Reading reading) {
		assertThat(reading.root() == null && reading.problems().isEmpty()).isFalse();
	}

}
