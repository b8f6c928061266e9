package io.firekeeper.configuration;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The border to SnakeYAML: bytes are counted before anything is parsed, and whatever the
 * parser throws becomes a problem with its place.
 */
final class YamlReader {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/**
	 * Go's parser takes a tab between tokens where SnakeYAML takes only a space.
	 */
	private static final int TAB_REPAIRS = 200;

	/**
	 * A directive that asks for another version than 1.1, the one that Go's reader takes.
	 */
	private static final Pattern VERSION = Pattern.compile("%YAML[ \\t]+(1\\.(?!1\\b)\\d+)");

	private static final Pattern BEFORE_DOCUMENT = Pattern.compile("[ \\t]*(?:#.*)?\\r?|%.*");

	private static final Pattern QUOTED_OR_COMMENT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'[^']*'|(?<=\\s)#.*");

	private final YamlDialect dialect;

	private final int limit;

	private final StringBuilder text;

	private final boolean tooLarge;

	YamlReader(String text, YamlDialect dialect, int limit) {
		this.dialect = dialect;
		this.limit = limit;
		this.tooLarge = utf8LengthExceeds(text, limit);
		this.text = new StringBuilder(this.tooLarge ? "" : withoutByteOrderMark(text));
	}

	Yaml.Reading read() {
		if (this.tooLarge) {
			return refused("too-large", List.of(String.valueOf(this.limit)), new Position(1, 1));
		}
		String version = otherVersion();
		if (version != null) {
			return refused("yaml-version", List.of(version), new Position(1, 1));
		}
		for (int repairs = 0;; repairs++) {
			YamlComposer composer = composer();
			try {
				return composer.compose();
			}
			catch (MarkedYAMLException ex) {
				if (repairs == TAB_REPAIRS || !repairTab(ex.getProblemMark(), composer)) {
					return refused("syntax", List.of(sentence(ex)), position(ex.getProblemMark()));
				}
			}
			catch (ReaderException ex) {
				return refused("character", List.of("U+%04X".formatted(ex.getCodePoint())), position(ex.getPosition()));
			}
			catch (StackOverflowError | RuntimeException ex) {
				return refused("unreadable", List.of(ex.toString()), Position.NONE);
			}
		}
	}

	private @Nullable String otherVersion() {
		Matcher version = VERSION.matcher(this.text);
		Matcher before = BEFORE_DOCUMENT.matcher(this.text);
		int start = 0;
		for (int end = this.text.indexOf("\n"); end >= 0; end = this.text.indexOf("\n", start)) {
			if (version.region(start, this.text.length()).lookingAt()) {
				return version.group(1);
			}
			if (!before.region(start, end).matches()) {
				return null;
			}
			start = end + 1;
		}
		return version.region(start, this.text.length()).lookingAt() ? version.group(1) : null;
	}

	private YamlComposer composer() {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Integer.MAX_VALUE);
		String source = this.text.toString();
		StreamReader reader = new StreamReader(source);
		return new YamlComposer(source, new ParserImpl(reader, options), BlockScalarTabs.in(source), this.dialect,
				this.limit);
	}

	private boolean repairTab(@Nullable Mark mark, YamlComposer composer) {
		if (mark == null) {
			return false;
		}
		int at = this.text.offsetByCodePoints(0, mark.getIndex());
		if (at >= this.text.length() || this.text.charAt(at) != '\t') {
			return false;
		}
		if (indents(at) && !isLaterComment(at) && !isInFlow(at, composer)) {
			return false;
		}
		this.text.setCharAt(at, ' ');
		return true;
	}

	/** The scanner runs ahead of the composer: what lies between is counted here. */
	private boolean isInFlow(int at, YamlComposer composer) {
		int read = Math.min(at, this.text.offsetByCodePoints(0, composer.readUpTo()));
		String ahead = QUOTED_OR_COMMENT.matcher(this.text.substring(read, at)).replaceAll("");
		long opened = ahead.chars().filter((character) -> character == '[' || character == '{').count();
		long closed = ahead.chars().filter((character) -> character == ']' || character == '}').count();
		return composer.openFlows() + opened > closed;
	}

	/**
	 * v3 reads a comment of several lines at once, whatever stands before its later
	 * lines.
	 */
	private boolean isLaterComment(int at) {
		if (!this.dialect.isThree()) {
			return false;
		}
		int line = this.text.lastIndexOf("\n", at) + 1;
		String earlier = this.text.substring(0, line).stripTrailing();
		return this.text.substring(at).stripLeading().startsWith("#")
				&& earlier.substring(earlier.lastIndexOf('\n') + 1).stripLeading().startsWith("#");
	}

	private boolean indents(int at) {
		int before = at - 1;
		while (before >= 0 && " \t-".indexOf(this.text.charAt(before)) >= 0) {
			before--;
		}
		return before < 0 || this.text.charAt(before) == '\n';
	}

	private Position position(int codePoints) {
		String before = this.text.substring(0, this.text.offsetByCodePoints(0, codePoints));
		int lineStart = before.lastIndexOf('\n') + 1;
		int line = (int) before.chars().filter((character) -> character == '\n').count() + 1;
		return new Position(line, before.codePointCount(lineStart, before.length()) + 1);
	}

	private static Position position(@Nullable Mark mark) {
		return (mark != null) ? new Position(mark.getLine() + 1, mark.getColumn() + 1) : Position.NONE;
	}

	private static String sentence(MarkedYAMLException ex) {
		String problem = Objects.requireNonNullElse(ex.getProblem(), "");
		return (ex.getContext() != null) ? ex.getContext() + ": " + problem : problem;
	}

	private static Yaml.Reading refused(String code, List<String> arguments, Position position) {
		return new Yaml.Reading(null, List.of(new Problem(code, arguments, "", position)));
	}

	private static String withoutByteOrderMark(String text) {
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

	private static boolean utf8LengthExceeds(String text, int limit) {
		if (text.length() > limit || text.length() <= limit / 3) {
			return text.length() > limit;
		}
		long bytes = text.codePoints().mapToLong(YamlReader::utf8Length).sum();
		return bytes > limit;
	}

	private static long utf8Length(int codePoint) {
		if (codePoint < 0x80) {
			return 1;
		}
		if (codePoint < 0x800) {
			return 2;
		}
		return (codePoint < 0x10000) ? 3 : 4;
	}

}
