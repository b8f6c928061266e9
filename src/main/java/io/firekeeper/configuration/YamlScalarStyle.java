package io.firekeeper.configuration;

import java.util.Set;

import com.google.re2j.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * How a scalar is written: plain when every YAML reader gives the same string back, a
 * literal block for several lines, quoted otherwise. Strings that YAML 1.1, YAML 1.2 or
 * Go would take for something else are quoted.
 */
final class YamlScalarStyle {

	private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

	private static final String INDICATORS_BEFORE_SPACE = "-?:";

	private static final String FOREIGN_LINE_BREAKS = "\u0085\u2028\u2029\uFEFF";

	private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

	private static final String NUMBER_STARTS = "+-.0123456789";

	/** {@code false}. */
	private static final int LONGEST_WORD = 5;

	private YamlScalarStyle() {
	}

	/** Whether a scalar is written as a literal block without loss. */
	static boolean fitsLiteral(YamlScalar scalar) {
		String text = scalar.text();
		return text.indexOf('\n') > 0 && isLiteral(text);
	}

	/**
	 * A value on one line. Null stays as it was spelled, for Go tells the spellings
	 * apart: an alert may be called {@code NULL} before 3.3, and v2 takes it for an empty
	 * struct.
	 */
	static String onOneLine(YamlScalar scalar) {
		if (scalar.text().isEmpty() && scalar.isNull()) {
			return "null";
		}
		return scalar.isNull() ? scalar.text() : key(scalar);
	}

	/**
	 * A key. Merge keys were resolved, so that one of this name is a string, as is one
	 * that looks like null.
	 */
	static String key(YamlScalar scalar) {
		String text = scalar.text();
		boolean plain = isPlain(text) && !text.equals("<<") && !isWord(text, GoScalar.NULL)
				&& (!scalar.quoted() || isString(text));
		return plain ? text : quoted(text);
	}

	private static boolean isString(String text) {
		if (NUMBER_STARTS.indexOf(text.charAt(0)) < 0) {
			return !isWord(text, GoScalar.NULL) && !isWord(text, GoScalar.TRUE) && !isWord(text, GoScalar.FALSE)
					&& !text.equals("=");
		}
		return GoScalar.resolve(text) instanceof GoScalar.Text && !GoScalar.isTimestamp(text)
				&& !SEXAGESIMAL.matcher(text).matches();
	}

	/** Long texts are none of the words, and not worth a hash. */
	private static boolean isWord(String text, Set<String> words) {
		return text.length() <= LONGEST_WORD && words.contains(text);
	}

	private static boolean isPlain(String text) {
		if (text.isEmpty() || INDICATORS.indexOf(text.charAt(0)) >= 0) {
			return false;
		}
		if (INDICATORS_BEFORE_SPACE.indexOf(text.charAt(0)) >= 0 && (text.length() == 1 || text.charAt(1) == ' ')) {
			return false;
		}
		boolean marker = text.startsWith("---") || text.startsWith("...") || text.charAt(0) == ' '
				|| text.endsWith(" ");
		return !marker && !isBroken(text) && isLiteral(text);
	}

	private static boolean isBroken(String text) {
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			boolean last = at == text.length() - 1;
			if (character == '\t' || character == '\n' || character == ':' && (last || text.charAt(at + 1) == ' ')
					|| character == '#' && at > 0 && text.charAt(at - 1) == ' ') {
				return true;
			}
		}
		return false;
	}

	private static boolean isLiteral(String text) {
		int character;
		for (int at = 0; at < text.length(); at += Character.charCount(character)) {
			character = text.codePointAt(at);
			if (!isLiteral(character)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLiteral(int character) {
		if (character < 0x7F) {
			return character >= ' ' || character == '\t' || character == '\n';
		}
		return StreamReader.isPrintable(character) && FOREIGN_LINE_BREAKS.indexOf(character) < 0;
	}

	private static String quoted(String text) {
		boolean readable = text.indexOf('\n') < 0 && isLiteral(text);
		boolean heavy = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('\t') >= 0;
		return (readable && heavy) ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
	}

	private static String doubleQuoted(String text) {
		StringBuilder out = new StringBuilder("\"");
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			append(out, text.codePointAt(at));
		}
		return out.append('"').toString();
	}

	private static void append(StringBuilder out, int character) {
		switch (character) {
			case '"' -> out.append("\\\"");
			case '\\' -> out.append("\\\\");
			case '\n' -> out.append("\\n");
			case '\r' -> out.append("\\r");
			case '\t' -> out.append("\\t");
			default -> {
				if (isLiteral(character)) {
					out.appendCodePoint(character);
				}
				else {
					out.append(hexadecimal(character));
				}
			}
		}
	}

	private static String hexadecimal(int character) {
		return (character > 0xFFFF) ? "\\U%08X".formatted(character) : "\\u%04X".formatted(character);
	}

}
