package io.firekeeper.checks;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckMessagesTests {

	@Test
	void whenASentenceExistsThenItsFixExistsToo() throws IOException {
		Properties english = sentences();
		assertThat(english.stringPropertyNames()).filteredOn((key) -> !key.endsWith(".fix"))
			.isNotEmpty()
			.allSatisfy((key) -> assertThat(english).containsKey(key + ".fix"));
	}

	private static Properties sentences() throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects
					.requireNonNull(CheckMessagesTests.class.getResourceAsStream("/i18n/checks/messages.properties")),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

}
