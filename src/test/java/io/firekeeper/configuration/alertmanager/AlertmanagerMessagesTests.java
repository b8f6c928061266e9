package io.firekeeper.configuration.alertmanager;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlertmanagerMessagesTests {

	private static final Pattern CODE = Pattern
		.compile("(?:problem|SyntaxException)\\(\"([a-z0-9-]+)\"|\"((?:duplicate|matcher)-[a-z-]+)\"");

	private static final Path SOURCES = Path.of("src/main/java/io/firekeeper/configuration/alertmanager");

	@ParameterizedTest
	@ValueSource(strings = { "messages", "messages_zh" })
	void whenACodeIsReportedThenTheLanguageHasItsSentence(String bundle) throws IOException {
		Set<String> codes = codes();
		assertThat(codes).hasSizeGreaterThan(30);
		assertThat(keys(bundle)).containsAll(codes.stream().map("configuration.problem."::concat).toList());
	}

	private static Set<String> codes() throws IOException {
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.toList()) {
				CODE.matcher(Files.readString(file))
					.results()
					.forEach((match) -> codes.add((match.group(1) != null) ? match.group(1) : match.group(2)));
			}
		}
		return codes;
	}

	private static Set<String> keys(String bundle) throws IOException {
		String resource = "/i18n/configuration/" + bundle + ".properties";
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(AlertmanagerMessagesTests.class.getResourceAsStream(resource)),
				StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return new TreeSet<>(properties.stringPropertyNames());
		}
	}

}
