package io.firekeeper.checks.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckPagesTests {

	@Test
	void whenThereIsACheckThenItHasAPage() throws IOException {
		String pages = Files.readString(Path.of("docs/checks.md"));
		assertThat(RuleChecks.names()).hasSizeGreaterThan(30)
			.allSatisfy((name) -> assertThat(pages).contains("\n### `" + name + "`\n"));
	}

}
