package io.firekeeper.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Every sentence of every module is there in both languages and is a valid
 * {@link MessageFormat} with the same arguments.
 */
class MessageBundleTests {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

	static Stream<Resource> bundles() throws IOException {
		return Arrays
			.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*/messages.properties"));
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void whenAModuleHasSentencesThenBothLanguagesHaveTheSame(Resource english) throws IOException {
		Resource chinese = english.createRelative("messages_zh.properties");
		assertThat(chinese.exists()).as("%s", chinese).isTrue();
		assertThat(arguments(chinese)).isEqualTo(arguments(english));
	}

	@Test
	void whenModulesHaveSentencesThenNoKeyIsInTwoOfThem() throws IOException {
		List<String> keys = bundles().flatMap((bundle) -> read(bundle).stringPropertyNames().stream()).toList();
		assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("bundles")
	void whenASentenceIsReadThenItIsAFormatAndKeepsItsApostrophes(Resource english) throws IOException {
		for (Resource bundle : Set.of(english, english.createRelative("messages_zh.properties"))) {
			read(bundle).forEach((key, text) -> {
				assertThatCode(() -> new MessageFormat(text.toString())).as("%s", key).doesNotThrowAnyException();
				assertThat(text.toString().replace("''", "")).as("%s: write ’ or ''", key).doesNotContain("'");
			});
		}
	}

	private static Map<String, Set<String>> arguments(Resource bundle) {
		Map<String, Set<String>> arguments = new TreeMap<>();
		read(bundle).forEach((key, text) -> arguments.put(key.toString(),
				ARGUMENT.matcher(text.toString())
					.results()
					.map((MatchResult result) -> result.group(1))
					.collect(Collectors.toCollection(TreeSet::new))));
		return arguments;
	}

	private static Properties read(Resource bundle) {
		Properties properties = new Properties();
		try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return properties;
	}

}
