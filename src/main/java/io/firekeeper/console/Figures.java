package io.firekeeper.console;

import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Numbers as pages show them, with the units of PromQL in every language. What is not
 * known is a dash and never zero. Templates call it {@code @figures}.
 */
@Component("figures")
class Figures {

	private static final String UNKNOWN = "—";

	/** A count of series: {@code 6.43M}. */
	public String series(double value) {
		if (Double.isNaN(value)) {
			return UNKNOWN;
		}
		if (value < 1_000) {
			return String.valueOf((long) value);
		}
		return (value < 1_000_000) ? scaled(value / 1_000, "k") : scaled(value / 1_000_000, "M");
	}

	/** A count, negative when unknown. */
	public String count(int value) {
		return (value < 0) ? UNKNOWN : String.valueOf(value);
	}

	/** A part of a whole, negative when unknown. */
	public String ofTotal(int part, int total) {
		return (part < 0 || total < 0) ? UNKNOWN : part + " / " + total;
	}

	private static String scaled(double value, String unit) {
		return String.format(Locale.ROOT, (value < 10) ? "%.2f%s" : (value < 100) ? "%.1f%s" : "%.0f%s", value, unit);
	}

}
