package io.firekeeper.configuration;

import java.util.stream.IntStream;

/**
 * Where the lines of a text begin. The line breaks are those of YAML 1.1.
 */
public final class TextLines {

	private final String text;

	private final int[] starts;

	public TextLines(String text) {
		this.text = text;
		this.starts = IntStream
			.concat(IntStream.of(0),
					IntStream.range(0, text.length()).filter((at) -> isBreak(text, at)).map((at) -> at + 1))
			.toArray();
	}

	/**
	 * The offset of a place, in UTF-16 code units; -1 when the text has no such place.
	 */
	public int offset(Position position) {
		if (position.line() < 1 || position.line() > this.starts.length) {
			return -1;
		}
		int start = this.starts[position.line() - 1];
		int end = (position.line() < this.starts.length) ? this.starts[position.line()] : this.text.length();
		int columns = position.column() - 1;
		return (columns >= 0 && columns <= this.text.codePointCount(start, end))
				? this.text.offsetByCodePoints(start, columns) : -1;
	}

	private static boolean isBreak(String text, int at) {
		return switch (text.charAt(at)) {
			case '\n', '\u0085', '\u2028', '\u2029' -> true;
			case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
			default -> false;
		};
	}

}
