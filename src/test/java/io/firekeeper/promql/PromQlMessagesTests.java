package io.firekeeper.promql;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromQlMessagesTests {

	private static final Path SOURCES = Path.of("src/main/java/io/firekeeper/promql");

	private static final Pattern PROBLEM = Pattern.compile(
			"(?:Fault\\.of|Fault\\.ofCharacter|refuse|unterminated)\\((?:[^\"();]*(?:\\([^()]*\\))*[^\"();]*\\? )?\"([a-z-]+)\"|"
					+ "\\.add\\([^\";]*?\"([a-z-]+)\"");

	private static final Pattern NOTE = Pattern.compile("Note\\.of\\(\"([a-z-]+)\"");

	@Test
	void whenAProblemIsReportedThenBothLanguagesHaveItsSentence() throws IOException {
		Set<String> codes = codes(PROBLEM);
		assertThat(codes).hasSizeGreaterThan(55);
		for (String bundle : new String[] { "messages", "messages_zh" }) {
			assertThat(keys(bundle)).containsAll(codes.stream().map("promql.problem."::concat).toList());
		}
	}

	@Test
	void whenANoteIsAddedThenBothLanguagesHaveItsSentence() throws IOException {
		Set<String> codes = codes(NOTE);
		for (Expected expected : Expected.values()) {
			if (expected != Expected.NOTHING) {
				codes.add("expected-" + expected.name().toLowerCase(Locale.ROOT).replace('_', '-'));
			}
		}
		codes.remove("expected-");
		assertThat(codes).hasSizeGreaterThan(25);
		for (String bundle : new String[] { "messages", "messages_zh" }) {
			assertThat(keys(bundle)).containsAll(codes.stream().map("promql.note."::concat).toList());
		}
	}

	@Test
	void whenASentenceIsInOneLanguageThenItIsInTheOther() throws IOException {
		assertThat(keys("messages")).isEqualTo(keys("messages_zh"));
	}

	private static Set<String> codes(Pattern pattern) throws IOException {
		Set<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.list(SOURCES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				pattern.matcher(Files.readString(file)).results().forEach((match) -> {
					for (int group = 1; group <= match.groupCount(); group++) {
						if (match.group(group) != null) {
							codes.add(match.group(group));
						}
					}
				});
			}
		}
		return codes;
	}

	private static Set<String> keys(String bundle) throws IOException {
		String resource = "/i18n/promql/" + bundle + ".properties";
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(PromQlMessagesTests.class.getResourceAsStream(resource)),
				StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			return new TreeSet<>(properties.stringPropertyNames());
		}
	}

}
