package io.firekeeper.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no template may contain: text that is not escaped, expressions made of data,
 * scripts and styles that the content security policy would refuse, and words that are in
 * no message bundle.
 */
class TemplateRulesTests {

	private static final Map<String, Pattern> FORBIDDEN = Map.ofEntries(
			Map.entry("unescaped text", Pattern.compile("th:utext|\\[\\(")),
			Map.entry("preprocessing", Pattern.compile("__\\$\\{")),
			Map.entry("condition beside th:replace, which comes first and drops it",
					Pattern.compile("<(?=(?:[^<>\"]|\"[^\"]*\")*\\sth:(?:if|unless)=)"
							+ "(?=(?:[^<>\"]|\"[^\"]*\")*\\sth:(?:replace|insert)=)[\\w:]+")),
			Map.entry("inline style", Pattern.compile("<style|\\s(th:)?style=")),
			Map.entry("inline script", Pattern.compile("<script(?![^>]*\\bth:src=)|<script[^>]*>[^<]")),
			Map.entry("inline handler", Pattern.compile("\\s(th:)?on[a-z]+=|hx-on|\"\\s*js:|javascript:")),
			Map.entry("trigger filter", Pattern.compile("hx-trigger=\"[^\"]*\\[")),
			Map.entry("foreign origin", Pattern.compile("(src|href|action)=\"(https?:)?//")));

	private static final Pattern MESSAGE = Pattern.compile("#\\{([a-z][a-z0-9.-]*[a-z0-9])[}(]");

	static Stream<Resource> templates() throws IOException {
		return resources("classpath*:templates/**/*.html").filter((template) -> !isTest(template));
	}

	@ParameterizedTest
	@MethodSource("templates")
	void whenATemplateIsWrittenThenItKeepsTheRules(Resource template) throws IOException {
		String text = template.getContentAsString(StandardCharsets.UTF_8);
		FORBIDDEN.forEach((rule, pattern) -> assertThat(pattern.matcher(text).results().map(MatchResult::group))
			.as("%s in %s", rule, template)
			.isEmpty());
	}

	@ParameterizedTest
	@MethodSource("templates")
	void whenATemplateUsesASentenceThenItExists(Resource template) throws IOException {
		List<String> used = MESSAGE.matcher(template.getContentAsString(StandardCharsets.UTF_8))
			.results()
			.map((result) -> result.group(1))
			.toList();
		assertThat(used).as("%s", template).isSubsetOf(keys());
	}

	private static Set<String> keys() throws IOException {
		Set<String> keys = new TreeSet<>();
		for (Resource bundle : resources("classpath*:i18n/*/messages.properties").toList()) {
			bundle.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> line.contains("="))
				.forEach((line) -> keys.add(line.substring(0, line.indexOf('=')).trim()));
		}
		return keys;
	}

	private static Stream<Resource> resources(String pattern) throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
	}

	private static boolean isTest(Resource template) {
		try {
			return template.getURL().getPath().contains("/test-classes/");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
