package io.firekeeper.checks;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Durations as Prometheus writes them: {@code 1m30s}, {@code 2w}, {@code 0}.
 */
final class PrometheusDuration {

	private static final Pattern PATTERN = Pattern
		.compile("(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

	private static final Duration[] UNITS = { Duration.ofDays(365), Duration.ofDays(7), Duration.ofDays(1),
			Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMillis(1) };

	private PrometheusDuration() {
	}

	/** The duration, or {@code null} for what is none. */
	static @Nullable Duration parse(String text) {
		Matcher matcher = PATTERN.matcher(text);
		if (text.equals("0")) {
			return Duration.ZERO;
		}
		if (text.isEmpty() || text.length() > 40 || !matcher.matches()) {
			return null;
		}
		Duration sum = Duration.ZERO;
		for (int unit = 0; unit < UNITS.length; unit++) {
			String count = matcher.group(unit + 1);
			sum = (count != null && count.length() < 10) ? sum.plus(UNITS[unit].multipliedBy(Long.parseLong(count)))
					: sum;
		}
		return sum;
	}

}
