package io.firekeeper.configuration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TargetFilesTests {

	@Test
	void whenAJobMayDropATargetThenThatIsSaidAndTheFileIsGood() {
		Yaml.Reading yaml = TargetFiles.read("a.yml", """
				- targets: ["node:9100", "http://node:9100", "", ~]
				""", TargetVersion.NEWEST);
		assertThat(yaml.isAccepted()).isTrue();
		assertThat(yaml.problems()).extracting(Problem::code, Problem::path, Problem::isError)
			.containsExactly(tuple("target-is-url", "[0].targets[1]", false),
					tuple("empty-target", "[0].targets[2]", false), tuple("empty-target", "[0].targets[3]", false));
		assertThat(TargetFiles
			.read("a.json", "[{\"Targets\": [\"node:9100\", \"http://node:9100\", \"\", null]}]", TargetVersion.NEWEST)
			.problems()).extracting(Problem::code).isEqualTo(yaml.problems().stream().map(Problem::code).toList());
	}

}
