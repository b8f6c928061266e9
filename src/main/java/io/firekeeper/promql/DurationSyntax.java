package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/**
 * Durations as Prometheus reads and prints them (prometheus/common
 * {@code model/time.go}).
 */
final class DurationSyntax {

	private static final String[] UNITS = { "y", "w", "d", "h", "m", "s", "ms" };

	private static final long[] MILLISECONDS = { 31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L,
			1_000L, 1L };

	private static final int DAYS = 2;

	private static final long GREATEST = Long.MAX_VALUE / 1_000_000;

	private DurationSyntax() {
	}

	/** The length in milliseconds, or null when the units are wrong. */
	static @Nullable Long parse(String text) {
		int index = 0;
		int unit = 0;
		long total = 0;
		while (index < text.length()) {
			int unitStart = skipDigits(text, index);
			int unitEnd = skipLetters(text, unitStart);
			unit = find(text.substring(unitStart, unitEnd), unit);
			if (unit < 0 || unitStart == index) {
				return null;
			}
			total = sum(total, text.substring(index, unitStart), MILLISECONDS[unit]);
			unit++;
			index = unitEnd;
		}
		return total;
	}

	/**
	 * Whether a length that was parsed is more than Prometheus can hold (about 292
	 * years).
	 */
	static boolean isTooLong(long milliseconds) {
		return milliseconds > GREATEST;
	}

	private static int skipDigits(String text, int from) {
		int index = from;
		while (index < text.length() && Characters.isDigit(text.charAt(index))) {
			index++;
		}
		return index;
	}

	private static int skipLetters(String text, int from) {
		int index = from;
		while (index < text.length() && !Characters.isDigit(text.charAt(index))) {
			index++;
		}
		return index;
	}

	private static int find(String name, int from) {
		for (int unit = from; unit < UNITS.length; unit++) {
			if (UNITS[unit].equals(name)) {
				return unit;
			}
		}
		return -1;
	}

	private static long sum(long total, String digits, long milliseconds) {
		try {
			return Math.addExact(total, Math.multiplyExact(Long.parseLong(digits), milliseconds));
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return Long.MAX_VALUE;
		}
	}

	/** The text of a length of zero or more. */
	static String format(long milliseconds) {
		StringBuilder text = new StringBuilder();
		appendTo(text, milliseconds);
		return text.toString();
	}

	static void appendTo(StringBuilder text, long milliseconds) {
		if (milliseconds == 0) {
			text.append("0s");
		}
		long rest = milliseconds;
		for (int unit = 0; unit < UNITS.length; unit++) {
			boolean whole = unit >= DAYS || rest % MILLISECONDS[unit] == 0;
			long count = whole ? rest / MILLISECONDS[unit] : 0;
			if (count > 0) {
				text.append(count).append(UNITS[unit]);
				rest -= count * MILLISECONDS[unit];
			}
		}
	}

}
