package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;

/**
 * Any text as a rule file. It is read back as printed since 3.3 only: before, nothing and
 * {@code null} were names of alerts that differ.
 */
class RuleFileFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#ruleFiles")
	@FuzzTest
	void whenARuleFileIsReadThenItIsRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		Bounds.hold(() -> PrometheusSchema.readRuleFile(text, TargetVersion.OLDEST));
		Printing.check(input, TargetVersion.NEWEST, PrometheusSchema::readRuleFile);
	}

}
