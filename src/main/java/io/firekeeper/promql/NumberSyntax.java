package io.firekeeper.promql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * The value of a number and its text, as Go reads and prints them ({@code strconv}).
 */
final class NumberSyntax {

	private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

	/** As many digits of any base fit into a long. */
	private static final int SHORT = 15;

	/** More digits of any base do not fit. */
	private static final int LONGEST = 22;

	private NumberSyntax() {
	}

	/** The value of a number that the lexer has accepted, or null when it has none. */
	static @Nullable Double parse(String text) {
		char first = text.charAt(0);
		if (first == 'i' || first == 'I') {
			return Double.POSITIVE_INFINITY;
		}
		if (first == 'n' || first == 'N') {
			return Double.NaN;
		}
		Long integer = integer(text);
		return (integer != null) ? (Double) integer.doubleValue() : decimal(text);
	}

	/** Go reads integers with their base: a leading zero means octal. */
	private static @Nullable Long integer(String text) {
		boolean hexadecimal = text.length() > 1 && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
		boolean octal = !hexadecimal && text.length() > 1 && text.charAt(0) == '0';
		String digits = digits(hexadecimal ? text.substring(2) : text, hexadecimal || octal);
		int base = hexadecimal ? 16 : octal ? 8 : 10;
		if (!isNumber(digits, base)) {
			return null;
		}
		String significant = digits.replaceFirst("^0+(?=.)", "");
		if (significant.length() <= SHORT) {
			return Long.valueOf(significant, base);
		}
		if (significant.length() > LONGEST) {
			return null;
		}
		BigInteger value = new BigInteger(significant, base);
		return (value.compareTo(GREATEST) <= 0) ? (Long) value.longValue() : null;
	}

	private static boolean isNumber(String digits, int base) {
		for (int at = 0; at < digits.length(); at++) {
			if (Character.digit(digits.charAt(at), base) < 0) {
				return false;
			}
		}
		return !digits.isEmpty();
	}

	/**
	 * The digits without underscores, or nothing when an underscore separates no digits.
	 */
	private static String digits(String text, boolean afterPrefix) {
		if (text.indexOf('_') < 0) {
			return text;
		}
		boolean misplaced = !afterPrefix && text.startsWith("_") || text.endsWith("_") || text.contains("__");
		return misplaced ? "" : text.replace("_", "");
	}

	private static @Nullable Double decimal(String text) {
		boolean hexadecimal = text.length() > 1 && (text.charAt(1) == 'x' || text.charAt(1) == 'X');
		if (hexadecimal || !separatesDigits(text)) {
			return null;
		}
		try {
			double value = Double.parseDouble(text.replace("_", ""));
			return Double.isInfinite(value) ? null : (Double) value;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static boolean separatesDigits(String text) {
		for (int index = text.indexOf('_'); index >= 0; index = text.indexOf('_', index + 1)) {
			boolean between = index > 0 && index + 1 < text.length() && Characters.isDigit(text.charAt(index - 1))
					&& Characters.isDigit(text.charAt(index + 1));
			if (!between) {
				return false;
			}
		}
		return true;
	}

	/** Shortest decimal without an exponent ({@code 'f'}, -1). */
	static String plain(double value) {
		String special = special(value);
		if (special != null) {
			return special;
		}
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return negativeZero(value) ? "-0" : Long.toString((long) value);
		}
		BigDecimal shortest = shortest(value);
		return shortest.setScale(Math.max(shortest.scale(), 0), RoundingMode.UNNECESSARY).toPlainString();
	}

	/** Shortest decimal with an exponent below 1e-4 and from 1e6 on ({@code %v}). */
	static String general(double value) {
		String special = special(value);
		if (special != null) {
			return special;
		}
		if (value == 0) {
			return negativeZero(value) ? "-0" : "0";
		}
		BigDecimal shortest = shortest(value);
		int exponent = shortest.precision() - shortest.scale() - 1;
		return (exponent < -4 || exponent >= 6) ? exponential(shortest, exponent) : plain(value);
	}

	private static @Nullable String special(double value) {
		if (Double.isNaN(value)) {
			return "NaN";
		}
		return Double.isInfinite(value) ? ((value > 0) ? "+Inf" : "-Inf") : null;
	}

	private static boolean negativeZero(double value) {
		return value == 0 && 1 / value < 0;
	}

	private static String exponential(BigDecimal shortest, int exponent) {
		String digits = shortest.unscaledValue().abs().toString();
		String mantissa = (digits.length() > 1) ? digits.charAt(0) + "." + digits.substring(1) : digits;
		String sign = (shortest.signum() < 0) ? "-" : "";
		String size = (Math.abs(exponent) < 10) ? "0" + Math.abs(exponent) : Integer.toString(Math.abs(exponent));
		return sign + mantissa + ((exponent < 0) ? "e-" : "e+") + size;
	}

	/** The fewest digits that give the same number; Java prints always at least two. */
	private static BigDecimal shortest(double value) {
		BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
		if (decimal.precision() == 2) {
			BigDecimal shorter = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
			if (shorter.doubleValue() == value) {
				return shorter.stripTrailingZeros();
			}
		}
		return decimal;
	}

	/** A number of milliseconds as seconds with three decimals ({@code %.3f}). */
	static String seconds(long milliseconds) {
		return new BigDecimal(milliseconds / 1000.0).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
	}

}
