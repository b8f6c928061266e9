package io.firekeeper.configuration;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration of Go itself (Go {@code time.ParseDuration}): {@code 1.5h}, {@code -300ms}.
 *
 * @param nanoseconds its length
 */
record GoDuration(long nanoseconds) {

	private static final Pattern TEXT = Pattern
		.compile("[-+]?(?:0|(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+)");

	private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");

	private static final Map<String, Long> NANOSECONDS = Map.of("ns", 1L, "us", 1000L, "µs", 1000L, "μs", 1000L, "ms",
			1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

	private static final int MAX_LENGTH = 200;

	/**
	 * Reads a duration.
	 * @throws IllegalArgumentException when it is none, or longer than 292 years
	 */
	static GoDuration parse(String text) {
		if (text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()) {
			throw new IllegalArgumentException("not a duration: " + text);
		}
		BigDecimal sum = BigDecimal.ZERO;
		Matcher part = PART.matcher(text);
		while (part.find()) {
			sum = sum.add(new BigDecimal(part.group(1))
				.multiply(BigDecimal.valueOf(NANOSECONDS.getOrDefault(part.group(2), 1L))));
		}
		if (sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
			throw new IllegalArgumentException("too long: " + text);
		}
		return new GoDuration(text.startsWith("-") ? -sum.longValue() : sum.longValue());
	}

	/** As Go prints it: {@code 1h0m0s}, {@code 1.5s}, {@code 100ms}. */
	@Override
	public String toString() {
		if (this.nanoseconds == 0) {
			return "0s";
		}
		BigDecimal length = BigDecimal.valueOf(this.nanoseconds).abs();
		String sign = (this.nanoseconds < 0) ? "-" : "";
		for (String unit : new String[] { "ms", "µs", "ns" }) {
			boolean largest = length.compareTo(BigDecimal.valueOf(NANOSECONDS.getOrDefault(unit, 1L))) >= 0;
			if (length.compareTo(BigDecimal.valueOf(1_000_000_000L)) < 0 && largest) {
				return sign + inUnits(length, unit);
			}
		}
		return sign + inHours(length);
	}

	private static String inHours(BigDecimal length) {
		long minutes = length.longValue() / 60_000_000_000L;
		BigDecimal seconds = length
			.subtract(BigDecimal.valueOf(minutes * 60).multiply(BigDecimal.valueOf(1_000_000_000L)));
		String hours = (minutes >= 60) ? minutes / 60 + "h" : "";
		return hours + ((minutes > 0) ? minutes % 60 + "m" : "") + inUnits(seconds, "s");
	}

	private static String inUnits(BigDecimal length, String unit) {
		BigDecimal units = length.divide(BigDecimal.valueOf(NANOSECONDS.getOrDefault(unit, 1L)));
		return ((units.signum() == 0) ? "0" : units.stripTrailingZeros().toPlainString()) + unit;
	}

}
