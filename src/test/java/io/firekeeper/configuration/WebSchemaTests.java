package io.firekeeper.configuration;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebSchemaTests {

	private static final String SALT_AND_HASH = "N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

	/** The verdicts are those of {@code promtool check web-config} 2.42, 2.53 and 3.5. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			$2y$99$ | false
			$2y$03$ | false
			$2y$04$ | true
			$2y$31$ | true
			$2y$32$ | false
			$2$10$  | true
			$3y$10$ | false
			$1y$10$ | true
			$2y10$  | false
			$2yx10$ | true
			$2y$+5$ | true
			$2y$-5$ | false
			$2é10$  | true
			2y$10$  | false
			$2y$1   | false
			$2$$10$ | false
			$2y$4$  | false
			""")
	void whenAPasswordIsHashedThenOnlyItsVersionAndCostMatter(String start, boolean accepted) {
		Yaml.Reading reading = read("basic_auth_users: {ann: '" + start + SALT_AND_HASH + "'}\n");
		assertThat(reading.isAccepted()).isEqualTo(accepted);
		assertThat(reading.problems()).extracting(Problem::code)
			.isEqualTo(accepted ? List.of() : List.of("not-bcrypt"));
	}

	@Test
	void whenFilesAreNamedThenThatTheyMustExistIsNoMoreThanAHint() {
		Yaml.Reading reading = read("tls_server_config: {cert_file: tls.crt, key_file: tls.key}\n");
		assertThat(reading.problems())
			.allSatisfy((problem) -> assertThat(problem.weight()).isEqualTo(Problem.Weight.INFO))
			.extracting(Problem::code)
			.containsExactly("file-must-exist", "file-must-exist");
	}

	private static Yaml.Reading read(String text) {
		return WebSchema.read(text, TargetVersion.NEWEST);
	}

}
