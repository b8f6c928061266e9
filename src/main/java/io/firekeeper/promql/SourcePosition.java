package io.firekeeper.promql;

import java.nio.charset.StandardCharsets;

/**
 * A place in a source text.
 *
 * @param line from 1
 * @param column from 1
 */
public record SourcePosition(int line, int column) {

	/** The place of an offset, with the column in UTF-16 code units. */
	public static SourcePosition of(String text, int offset) {
		int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
		return new SourcePosition(line(text, lineStart), offset - lineStart + 1);
	}

	/**
	 * The place of an offset as Prometheus prints it, with the column in bytes of UTF-8
	 * (prometheus/prometheus {@code promql/parser/posrange}).
	 */
	public static SourcePosition ofBytes(String text, int offset) {
		int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
		int bytes = text.substring(lineStart, offset).getBytes(StandardCharsets.UTF_8).length;
		return new SourcePosition(line(text, lineStart), bytes + 1);
	}

	private static int line(String text, int lineStart) {
		return 1 + (int) text.chars().limit(lineStart).filter((unit) -> unit == '\n').count();
	}

}
