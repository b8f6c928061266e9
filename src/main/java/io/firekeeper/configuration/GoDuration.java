package io.firekeeper.configuration;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration of Go itself (Go {@code time.ParseDuration}): {@code 1.5h}, {@code -300ms}.
 */
final class GoDuration {

	private static final Pattern TEXT = Pattern
		.compile("[-+]?(?:0|(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+)");

	private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");

	private static final Map<String, Long> NANOSECONDS = Map.of("ns", 1L, "us", 1000L, "µs", 1000L, "μs", 1000L, "ms",
			1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

	private static final int MAX_LENGTH = 200;

	private GoDuration() {
	}

	/** Whether Go reads a text as a duration of at most 292 years. */
	static boolean isValid(String text) {
		if (text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()) {
			return false;
		}
		BigDecimal sum = BigDecimal.ZERO;
		Matcher part = PART.matcher(text);
		while (part.find()) {
			sum = sum.add(new BigDecimal(part.group(1))
				.multiply(BigDecimal.valueOf(NANOSECONDS.getOrDefault(part.group(2), 1L))));
		}
		return sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
	}

}
