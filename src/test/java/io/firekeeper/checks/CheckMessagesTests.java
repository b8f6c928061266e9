package io.firekeeper.checks;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckMessagesTests {

	@Test
	void whenASentenceExistsThenItsFixExistsToo() throws IOException {
		Properties english = bundle("messages.properties");
		assertThat(english.stringPropertyNames()).filteredOn((key) -> !key.endsWith(".fix"))
			.isNotEmpty()
			.allSatisfy((key) -> assertThat(english).containsKey(key + ".fix"));
	}

	@Test
	void whenASentenceIsTranslatedThenItUsesTheSameArguments() throws IOException {
		Properties english = bundle("messages.properties");
		Properties chinese = bundle("messages_zh.properties");
		assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
		assertThat(english.stringPropertyNames()).allSatisfy((key) -> assertThat(chinese.getProperty(key))
			.satisfies((text) -> assertThat(new MessageFormat(text).getFormatsByArgumentIndex().length)
				.isEqualTo(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length)));
	}

	private static Properties bundle(String name) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(CheckMessagesTests.class.getResourceAsStream("/i18n/checks/" + name)),
				StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		return properties;
	}

}
