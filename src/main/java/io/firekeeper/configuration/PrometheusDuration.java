package io.firekeeper.configuration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A duration as Prometheus reads and prints it (prometheus/common {@code model/time.go}):
 * {@code 1h30m}, units in descending order, 1y = 365d.
 *
 * @param milliseconds its length
 */
public record PrometheusDuration(long milliseconds) implements Comparable<PrometheusDuration> {

	private static final Pattern TEXT = Pattern
		.compile("(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

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
		Matcher matcher = TEXT.matcher(text);
		boolean sane = !text.isEmpty() && text.length() <= MAX_LENGTH;
		if (!sane || !(text.equals("0") || matcher.matches())) {
			throw new IllegalArgumentException("not a duration: " + text);
		}
		double sum = 0;
		for (int unit = 0; unit < UNITS.length && !text.equals("0"); unit++) {
			String count = matcher.group(unit + 1);
			sum += (count != null) ? Double.parseDouble(count) * LENGTHS[unit] : 0;
		}
		if (sum > LIMIT) {
			throw new IllegalArgumentException("too long: " + text);
		}
		return new PrometheusDuration((long) sum);
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
