package io.firekeeper.configuration;

import java.math.BigDecimal;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A number of bytes as Prometheus reads it (alecthomas/units {@code Base2Bytes}): base 2
 * with and without the i, unit obligatory.
 */
final class ByteSize {

	private static final String PREFIXES = "KMGTPE";

	private static final Pattern TEXT = Pattern
		.compile("[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)[KMGTPE]?B)+|" + "((\\d+\\.?\\d*|\\.\\d+)([KMGTPE]iB|B))+)");

	private static final int MAX_LENGTH = 100;

	private static final Pattern PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]?)i?B");

	private ByteSize() {
	}

	/**
	 * Reads a size.
	 * @throws IllegalArgumentException when it is none
	 */
	static long parse(String text) {
		if (text.length() > MAX_LENGTH || !TEXT.matcher(text).matches()) {
			throw new IllegalArgumentException("not a size: " + text);
		}
		BigDecimal sum = BigDecimal.ZERO;
		Matcher part = PART.matcher(text);
		while (part.find()) {
			int power = PREFIXES.indexOf(part.group(2)) + (part.group(2).isEmpty() ? 0 : 1);
			sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power))));
		}
		if (sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
			throw new IllegalArgumentException("too large: " + text);
		}
		return text.startsWith("-") ? -sum.longValue() : sum.longValue();
	}

}
