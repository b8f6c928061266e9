package io.firekeeper.revisions.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as lines that keep their ends, so that joining them gives the text back to the
 * byte.
 */
public final class Lines {

	private Lines() {
	}

	/** The lines with their ends; the last one may have none. */
	public static List<String> of(String text) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			lines.add(text.substring(start, end + 1));
			start = end + 1;
		}
		if (start < text.length()) {
			lines.add(text.substring(start));
		}
		return lines;
	}

	/** A line without its end. */
	public static String content(String line) {
		int end = line.length();
		if (end > 0 && line.charAt(end - 1) == '\n') {
			end--;
		}
		if (end > 0 && line.charAt(end - 1) == '\r') {
			end--;
		}
		return line.substring(0, end);
	}

	/** The end of a line: empty, LF or CRLF. */
	static String end(String line) {
		return line.substring(content(line).length());
	}

	/**
	 * What a browser sent, with the line ends that the stored text has. Forms turn every
	 * line end into CRLF and editors into LF; lines that nobody touched keep their own,
	 * new ones take the end of the stored text's first line.
	 */
	public static String withEndsOf(String stored, String sent) {
		List<String> storedLines = of(stored);
		String usual = (storedLines.isEmpty() || end(storedLines.getFirst()).isEmpty()) ? "\n"
				: end(storedLines.getFirst());
		List<String> result = new ArrayList<>(of(sent).stream().map((line) -> withEnd(line, usual)).toList());
		keepUntouched(storedLines, result);
		return String.join("", result);
	}

	private static void keepUntouched(List<String> stored, List<String> result) {
		List<String> before = stored.stream().map(Lines::content).toList();
		List<String> after = result.stream().map(Lines::content).toList();
		int from = 0;
		int shift = 0;
		for (Replacement replacement : Replacement.between(before, after)) {
			keep(stored, result, from, replacement.start(), shift);
			from = replacement.end();
			shift = replacement.newEnd() - from;
		}
		keep(stored, result, from, stored.size(), shift);
	}

	private static void keep(List<String> stored, List<String> result, int from, int until, int shift) {
		for (int line = from; line < until; line++) {
			boolean bothEnd = !end(stored.get(line)).isEmpty() && !end(result.get(line + shift)).isEmpty();
			if (bothEnd) {
				result.set(line + shift, stored.get(line));
			}
		}
	}

	private static String withEnd(String line, String end) {
		return end(line).isEmpty() ? line : content(line) + end;
	}

}
