package io.firekeeper.promql.analysis;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Numbers {

	private static final double GREATEST_PLAIN = 1e15;

	private Numbers() {
	}

	static String text(double number) {
		boolean plain = Math.abs(number) < GREATEST_PLAIN; // false for NaN, too
		return plain ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : String.valueOf(number);
	}

}
