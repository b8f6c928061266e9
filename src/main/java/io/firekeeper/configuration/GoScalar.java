package io.firekeeper.configuration;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What Go's YAML decoder makes of a plain scalar, before it knows the field it stands in
 * (go-yaml v2 {@code resolve.go}).
 */
sealed interface GoScalar {

	Set<String> TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");

	Set<String> FALSE = Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");

	Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

	Set<String> INFINITE = Set.of(".inf", ".Inf", ".INF");

	Set<String> NOT_A_NUMBER = Set.of(".nan", ".NaN", ".NAN");

	Pattern DATE = Pattern
		.compile("\\d{4}-\\d{1,2}-\\d{1,2}([Tt ]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d+)?(Z|[-+]\\d{2}:\\d{2})?)?");

	Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

	Pattern WHOLE = Pattern.compile("([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([1-9][0-9]*|0))");

	int MAX_NUMBER = 400;

	int YEAR_DIGITS = 4;

	BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

	BigInteger MIN_SIGNED = BigInteger.ONE.shiftLeft(63).negate();

	/** Nothing. */
	record Null() implements GoScalar {
	}

	/**
	 * A boolean.
	 *
	 * @param value its value
	 */
	record Flag(boolean value) implements GoScalar {
	}

	/**
	 * A number of 64 bits without a fraction.
	 *
	 * @param value its value
	 */
	record Whole(BigInteger value) implements GoScalar {
	}

	/**
	 * A floating point number.
	 *
	 * @param value its value
	 */
	record Real(double value) implements GoScalar {
	}

	/**
	 * A string.
	 *
	 * @param value its value
	 */
	record Text(String value) implements GoScalar {
	}

	/** What a scalar is; a quoted one is always a string. */
	static GoScalar of(YamlScalar scalar) {
		return scalar.quoted() ? new Text(scalar.text()) : resolve(scalar.text());
	}

	/** What a plain text is. */
	static GoScalar resolve(String text) {
		if (NULL.contains(text)) {
			return new Null();
		}
		if (TRUE.contains(text) || FALSE.contains(text)) {
			return new Flag(TRUE.contains(text));
		}
		GoScalar number = number(text);
		return (number != null) ? number : new Text(text);
	}

	/** Whether Go takes a plain text for a time. */
	static boolean isTimestamp(String text) {
		return text.indexOf('-') == YEAR_DIGITS && DATE.matcher(text).matches();
	}

	private static @Nullable GoScalar number(String text) {
		char first = text.charAt(0);
		if ("+-.0123456789".indexOf(first) < 0 || text.length() > MAX_NUMBER || isTimestamp(text)) {
			return null;
		}
		if (INFINITE.contains((first == '-' || first == '+') ? text.substring(1) : text)) {
			return new Real((first == '-') ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
		}
		if (NOT_A_NUMBER.contains(text)) {
			return new Real(Double.NaN);
		}
		String digits = (first != '.') ? text.replace("_", "") : text;
		BigInteger whole = whole(digits);
		return (whole != null) ? new Whole(whole) : real(digits);
	}

	private static @Nullable BigInteger whole(String text) {
		var matcher = WHOLE.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		int[] radixes = { 0, 0, 16, 2, 8, 10 };
		for (int group = 2; group <= 5; group++) {
			if (matcher.group(group) != null) {
				BigInteger value = new BigInteger(matcher.group(1).replace("+", "") + matcher.group(group),
						radixes[group]);
				return (value.compareTo(MIN_SIGNED) >= 0 && value.compareTo(MAX_UNSIGNED) <= 0) ? value : null;
			}
		}
		return null;
	}

	private static @Nullable GoScalar real(String text) {
		if (!FLOAT.matcher(text).matches()) {
			return null;
		}
		double value = Double.parseDouble(text.toLowerCase(Locale.ROOT));
		return Double.isInfinite(value) ? null : new Real(value);
	}

}
