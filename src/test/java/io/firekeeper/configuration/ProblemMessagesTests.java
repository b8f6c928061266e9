package io.firekeeper.configuration;

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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemMessagesTests {

	private static final Pattern CODE = Pattern.compile(
			"(?:problem|warning|Misread|Refused|refused|Problem)\\((?:[a-z]+ \\? )?\"([a-z0-9-]+)\"|\"((?:duplicate|not)-[a-z]+|no-such-key|unknown-key)\"");

	private static final Path SOURCES = Path.of("src/main/java/io/firekeeper/configuration");

	@Test
	void whenACodeIsReportedThenBothLanguagesHaveItsSentence() throws IOException {
		Set<String> codes = codes();
		assertThat(codes).hasSizeGreaterThan(50);
		for (String bundle : new String[] { "messages", "messages_zh" }) {
			assertThat(keys(bundle)).containsAll(codes.stream().map("configuration.problem."::concat).toList());
		}
	}

	@Test
	void whenASentenceIsInOneLanguageThenItIsInTheOther() throws IOException {
		assertThat(keys("messages")).isEqualTo(keys("messages_zh"));
	}

	private static Set<String> codes() throws IOException {
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
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
				Objects.requireNonNull(ProblemMessagesTests.class.getResourceAsStream(resource)),
				StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return new TreeSet<>(properties.stringPropertyNames());
		}
	}

}
