package io.firekeeper.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A duration as Prometheus reads and prints it (prometheus/common {@code model/time.go}):
 * {@code 1h30m}, units in descending order, 1y = 365d.
 *
 * @param milliseconds its length
 */
public record PrometheusDuration(long milliseconds) implements Comparable<PrometheusDuration> {

	private static final String[] UNITS = { "y", "w", "d", "h", "m", "s", "ms" };

	private static final long[] LENGTHS = { 31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1000L, 1 };

	private static final int MAX_LENGTH = 200;

	/** In milliseconds; up to here doubles are exact. */
	private static final long LIMIT = Long.MAX_VALUE / 1_000_000;

	/**
	 * Reads a duration.
	 * @throws IllegalArgumentException when it is none, or longer than 292 years
	 */
	public static PrometheusDuration parse(String text) {
		boolean sane = !text.isEmpty() && text.length() <= MAX_LENGTH;
		double sum = sane ? sum(text) : -1;
		if (sum < 0) {
			throw new IllegalArgumentException("not a duration: " + text);
		}
		if (sum > LIMIT) {
			throw new IllegalArgumentException("too long: " + text);
		}
		return new PrometheusDuration((long) sum);
	}

	/** In milliseconds, or -1 for what is no duration. */
	private static double sum(String text) {
		double sum = 0;
		int at = 0;
		for (int unit = 0; unit < UNITS.length; unit++) {
			int end = digitsEnd(text, at);
			int behind = end + UNITS[unit].length();
			boolean next = end > at && text.startsWith(UNITS[unit], end)
					&& (behind == text.length() || isDigit(text.charAt(behind)));
			if (next) {
				sum += Double.parseDouble(text.substring(at, end)) * LENGTHS[unit];
				at = behind;
			}
		}
		return (at == text.length() || text.equals("0")) ? sum : -1;
	}

	private static int digitsEnd(String text, int start) {
		int end = start;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	/** Reads a duration; null for what is none. */
	public static @Nullable PrometheusDuration orNull(String text) {
		try {
			return parse(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Override
	public int compareTo(PrometheusDuration other) {
		return Long.compare(this.milliseconds, other.milliseconds);
	}

	@Override
	public String toString() {
		if (this.milliseconds == 0) {
			return "0s";
		}
		StringBuilder text = new StringBuilder();
		long rest = this.milliseconds;
		for (int unit = 0; unit < UNITS.length; unit++) {
			boolean onlyExact = unit < 2;
			if (rest >= LENGTHS[unit] && (!onlyExact || rest % LENGTHS[unit] == 0)) {
				text.append(rest / LENGTHS[unit]).append(UNITS[unit]);
				rest %= LENGTHS[unit];
			}
		}
		return text.toString();
	}

}
