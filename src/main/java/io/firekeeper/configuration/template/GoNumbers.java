package io.firekeeper.configuration.template;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Go writes them ({@code lexNumber} and {@code newNumber}). */
final class GoNumbers {

	private static final int BITS = 64;

	private static final BigInteger GREATEST = BigInteger.TWO.pow(BITS).subtract(BigInteger.ONE);

	private static final BigInteger LEAST_SIGNED = BigInteger.TWO.pow(BITS - 1);

	private static final BigInteger GREATEST_SIGNED = LEAST_SIGNED.subtract(BigInteger.ONE);

	private static final Pattern SCANNED = Pattern.compile(
			"[+-]?(0[xX][0-9a-fA-F_]*(\\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?|0[oO][0-7_]*(\\.[0-7_]*)?|0[bB][01_]*(\\.[01_]*)?"
					+ "|[0-9_]*(\\.[0-9_]*)?([eE][+-]?[0-9_]*)?)i?");

	private static final Pattern INTEGER = Pattern
		.compile("[+-]?(0|[1-9](_?\\d)*+|0(_?[0-7])++|0[xX](_?[0-9a-fA-F])++|0[oO](_?[0-7])++|0[bB](_?[01])++)");

	private static final Pattern DECIMAL = Pattern
		.compile("[+-]?(?:\\d(_?\\d)*+(\\.(\\d(_?\\d)*+)?)?|\\.\\d(_?\\d)*+)([eE][+-]?\\d(_?\\d)*+)?");

	private static final Pattern HEXADECIMAL = Pattern
		.compile("[+-]?0[xX](_?[0-9a-fA-F])*+(\\.([0-9a-fA-F](_?[0-9a-fA-F])*+)?)?[pP][+-]?\\d(_?\\d)*+");

	private GoNumbers() {
	}

	/**
	 * Where the number that starts at an offset ends.
	 * @throws TemplateSyntaxException when what stands there is no number
	 */
	static int end(String text, int start) {
		int end = scanned(text, start);
		String first = text.substring(start, end);
		if (first.endsWith("i")) {
			return checked(text, start, end, isFloat(first.substring(0, first.length() - 1)));
		}
		if (end == text.length() || (text.charAt(end) != '+' && text.charAt(end) != '-')) {
			return checked(text, start, end, isNumber(first));
		}
		int last = scanned(text, end);
		String second = text.substring(end, last);
		return checked(text, start, last,
				second.endsWith("i") && isFloat(first) && isFloat(second.substring(0, second.length() - 1)));
	}

	private static int checked(String text, int start, int end, boolean valid) {
		if (!valid) {
			throw new TemplateSyntaxException("bad-number", start, text.substring(start, end));
		}
		return end;
	}

	private static int scanned(String text, int start) {
		Matcher scanned = SCANNED.matcher(text).region(start, text.length());
		int end = scanned.lookingAt() ? scanned.end() : start;
		boolean glued = end < text.length() && TemplateLexer.isAlphanumeric(text.codePointAt(end));
		if (end == start || glued) {
			throw new TemplateSyntaxException("bad-number", start, text.substring(start, glued ? end + 1 : end));
		}
		return end;
	}

	private static boolean isNumber(String number) {
		if (INTEGER.matcher(number).matches()) {
			return isInRange(number);
		}
		return number.chars().anyMatch((unit) -> ".eEpP".indexOf(unit) >= 0) && isFloat(number);
	}

	/** Whether {@code strconv.ParseFloat} reads it: no binary, no octal numbers. */
	private static boolean isFloat(String number) {
		return HEXADECIMAL.matcher(number).matches()
				|| (DECIMAL.matcher(number).matches() && Double.isFinite(Double.parseDouble(number.replace("_", ""))));
	}

	private static boolean isInRange(String number) {
		String digits = number.replace("_", "").replaceFirst("^[+-]", "");
		int base = (digits.length() < 2 || digits.charAt(0) != '0') ? 10 : switch (digits.charAt(1)) {
			case 'x', 'X' -> 16;
			case 'b', 'B' -> 2;
			default -> 8;
		};
		String significant = digits.replaceFirst("^0[xXoObB]?0*(?=.)", "");
		if (significant.length() > BITS) {
			return false;
		}
		BigInteger value = new BigInteger(significant, base);
		BigInteger most = number.startsWith("-") ? LEAST_SIGNED : number.startsWith("+") ? GREATEST_SIGNED : GREATEST;
		return value.compareTo(most) <= 0;
	}

}
