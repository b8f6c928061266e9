package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.List;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.firekeeper.promql.Release;

/**
 * The parser of matchers of all versions up to 0.26, and the one that newer ones fall
 * back to (prometheus/alertmanager {@code pkg/labels/parse.go}).
 */
final class ClassicMatchers {

	private static final Pattern MATCHER = Pattern
		.compile("\\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(=~|=|!=|!~)\\s*((?s:.*?))\\s*");

	private ClassicMatchers() {
	}

	/**
	 * Reads matchers separated by commas, with or without braces around them.
	 * @throws MatcherSyntaxException when the text is none
	 */
	static List<LabelMatcher> parse(String text, Release release) {
		String list = text.startsWith("{") ? text.substring(1) : text;
		return split(list.endsWith("}") ? list.substring(0, list.length() - 1) : list).stream()
			.map((part) -> matcher(part, release))
			.toList();
	}

	private static List<String> split(String list) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean quoted = false;
		boolean escaped = false;
		for (char character : list.toCharArray()) {
			if (character == ',' && !quoted) {
				parts.add(part.toString());
				part.setLength(0);
				continue;
			}
			quoted ^= character == '"' && !escaped;
			escaped = (character == ',') ? escaped : character == '\\' && !escaped;
			part.append(character);
		}
		String last = MatcherLexer.withoutSpaceAround(part.toString());
		if (!last.isEmpty()) {
			parts.add(last);
		}
		return parts;
	}

	private static LabelMatcher matcher(String text, Release release) {
		Matcher matcher = MATCHER.matcher(text);
		if (!matcher.matches()) {
			throw new MatcherSyntaxException("matcher-format", text);
		}
		String value = value(matcher.group(3));
		try {
			return new LabelMatcher(matcher.group(1), MatchOperator.of(matcher.group(2)), value, release);
		}
		catch (PatternSyntaxException ex) {
			throw new MatcherSyntaxException("not-regex", value, ex.getDescription());
		}
	}

	private static String value(String raw) {
		boolean quoted = raw.startsWith("\"");
		String text = quoted ? raw.substring(1) : raw;
		boolean closed = !quoted;
		StringBuilder value = new StringBuilder();
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			boolean last = at == text.length() - 1;
			if (character == '\\' && !last) {
				at++;
				value.append(unescaped(text.charAt(at)));
			}
			else if (character != '"') {
				value.append(character);
			}
			else if (closed || !last) {
				throw new MatcherSyntaxException("matcher-quote", raw);
			}
			else {
				closed = true;
			}
		}
		if (!closed) {
			throw new MatcherSyntaxException("matcher-quote", raw);
		}
		return value.toString();
	}

	private static String unescaped(char character) {
		return switch (character) {
			case 'n' -> "\n";
			case '"', '\\' -> String.valueOf(character);
			default -> "\\" + character;
		};
	}

}
