package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every YAML file: what is refused has a reason, the rest can be printed.
 */
final class Printing {

	private Printing() {
	}

	static void check(byte[] input, TargetVersion version, BiFunction<String, TargetVersion, Yaml.Reading> reader) {
		String text = new String(input, StandardCharsets.UTF_8);
		Bounds.hold(() -> check(text, (file) -> reader.apply(file, version)));
	}

	private static void check(String text, Function<String, Yaml.Reading> reader) {
		Yaml.Reading reading = reader.apply(text);
		assertThat(reading.problems()).allSatisfy((problem) -> {
			assertThat(problem.position().line()).isBetween(0, text.length() + 1);
			assertThat(problem.position().column()).isBetween(0, text.length() + 1);
		});
		if (reading.root() == null || !reading.isAccepted()) {
			return;
		}
		String printed = Yaml.print(reading.root());
		Yaml.Reading again = reader.apply(printed);
		assertThat(again.problems().stream().filter((problem) -> problem.isError())).as(printed).isEmpty();
		assertThat(again.root() != null ? Yaml.print(again.root()) : null).isEqualTo(printed);
	}

}
