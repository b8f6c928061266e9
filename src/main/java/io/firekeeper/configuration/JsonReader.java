package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON as strictly as Go's {@code encoding/json}: texts become quoted scalars, all
 * else plain ones. Of a key that stands twice the last counts.
 */
final class JsonReader {

	private static final int MAX_DEPTH = 100;

	private static final Pattern PLAIN = Pattern
		.compile("null|true|false|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

	private static final Pattern TEXT = Pattern
		.compile("\"((?:[^\"\\\\\\x00-\\x1F]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)\"");

	private static final String ESCAPES = "bfnrt";

	private static final String ESCAPED = "\b\f\n\r\t";

	private final String text;

	private int at;

	private int line = 1;

	private int lineStart;

	JsonReader(String text) {
		this.text = text;
	}

	/**
	 * Reads the whole text.
	 * @throws Misread when it is not JSON
	 */
	YamlNode read() {
		YamlNode node = value(0);
		blanks();
		if (this.at < this.text.length()) {
			throw misread("the end");
		}
		return node;
	}

	private YamlNode value(int depth) {
		blanks();
		if (depth > MAX_DEPTH) {
			throw misread("no deeper nesting");
		}
		Position position = position();
		return switch (peek()) {
			case '{' -> object(position, depth);
			case '[' -> array(position, depth);
			case '"' -> new YamlScalar(text(), true, position);
			default -> new YamlScalar(match(PLAIN, "a value").group(), false, position);
		};
	}

	private YamlNode array(Position position, int depth) {
		List<YamlNode> items = new ArrayList<>();
		this.at++;
		blanks();
		while (!take(']')) {
			if (!items.isEmpty()) {
				expect(',');
			}
			items.add(value(depth + 1));
			blanks();
		}
		return new YamlSequence(items, position);
	}

	private YamlNode object(Position position, int depth) {
		Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
		List<YamlMapping.Entry> overridden = new ArrayList<>();
		this.at++;
		blanks();
		for (boolean first = true; !take('}'); first = false) {
			if (!first) {
				expect(',');
				blanks();
			}
			Position start = position();
			YamlScalar key = new YamlScalar(text(), true, start);
			blanks();
			expect(':');
			YamlMapping.Entry before = entries.put(key.text(), new YamlMapping.Entry(key, value(depth + 1)));
			if (before != null) {
				overridden.add(before);
			}
			blanks();
		}
		return new YamlMapping(List.copyOf(entries.values()), overridden, position);
	}

	private String text() {
		String quoted = match(TEXT, "a text").group(1);
		StringBuilder plain = new StringBuilder();
		for (int index = 0; index < quoted.length(); index++) {
			char character = quoted.charAt(index);
			if (character != '\\') {
				plain.append(character);
				continue;
			}
			char escape = quoted.charAt(++index);
			if (escape == 'u') {
				plain.append((char) Integer.parseInt(quoted, index + 1, index + 5, 16));
				index += 4;
			}
			else {
				int known = ESCAPES.indexOf(escape);
				plain.append((known < 0) ? escape : ESCAPED.charAt(known));
			}
		}
		return plain.toString();
	}

	private MatchResult match(Pattern pattern, String expected) {
		Matcher matcher = pattern.matcher(this.text).region(this.at, this.text.length());
		if (!matcher.lookingAt()) {
			throw misread(expected);
		}
		this.at = matcher.end();
		return matcher.toMatchResult();
	}

	private void expect(char character) {
		if (!take(character)) {
			throw misread("“" + character + "”");
		}
	}

	private boolean take(char character) {
		boolean there = peek() == character;
		this.at += there ? 1 : 0;
		return there;
	}

	private char peek() {
		return (this.at < this.text.length()) ? this.text.charAt(this.at) : 0;
	}

	private void blanks() {
		while (this.at < this.text.length() && " \t\r\n".indexOf(this.text.charAt(this.at)) >= 0) {
			if (this.text.charAt(this.at++) == '\n') {
				this.line++;
				this.lineStart = this.at;
			}
		}
	}

	private Position position() {
		return new Position(this.line, this.at - this.lineStart + 1);
	}

	private Misread misread(String expected) {
		return new Misread(expected, position());
	}

	/** The text is not JSON. */
	static final class Misread extends RuntimeException {

		private final transient Position position;

		private final String expected;

		Misread(String expected, Position position) {
			super(expected, null, false, false);
			this.expected = expected;
			this.position = position;
		}

		String expected() {
			return this.expected;
		}

		Position position() {
			return this.position;
		}

	}

}
