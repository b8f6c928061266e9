package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.template.Template;
import io.firekeeper.configuration.template.TemplateUse;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text as a template of a rule. */
class TemplateFuzzTests {

	@MethodSource("io.firekeeper.fuzz.Seeds#templates")
	@FuzzTest
	void whenATemplateIsReadThenItIsRefusedWithAPlaceOrItsUsesHaveOne(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		for (TargetVersion version : List.of(TargetVersion.OLDEST, TargetVersion.NEWEST)) {
			Bounds.hold(() -> check(text, Template.read(text, version)));
		}
		Bounds.hold(() -> check(text, Template.readPlain(text, true)));
	}

	private static void check(String text, Template.Reading reading) {
		if (reading.template() == null) {
			assertThat(reading.problem()).isNotNull()
				.satisfies((problem) -> assertThat(problem.offset()).isBetween(0, text.length()));
			return;
		}
		assertThat(reading.problem()).isNull();
		TemplateUse use = reading.template().use();
		assertThat(use.labels()).allSatisfy((label) -> assertThat(text).contains(label.name()));
		assertThat(use.values()).allSatisfy((value) -> assertThat(value.offset()).isBetween(0, text.length()));
	}

}
