package io.firekeeper.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;

/** Any text as a rule file. */
class RuleFileFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#ruleFiles")
	@FuzzTest
	void whenARuleFileIsReadThenItIsRefusedWithAPlaceOrReadBackAsPrinted(byte[] input) {
		Printing.check(input, TargetVersion.OLDEST, PrometheusSchema::readRuleFile);
		Printing.check(input, TargetVersion.NEWEST, PrometheusSchema::readRuleFile);
	}

}
