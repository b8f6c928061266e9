package io.firekeeper.promql;

/** Reads PromQL. */
public final class PromQl {

	private PromQl() {
	}

	/**
	 * Reads an expression as a Prometheus of that dialect does. Never throws, whatever
	 * the text: what is wrong with it is in the answer.
	 */
	public static Parsed parse(String text, Dialect dialect) {
		throw new UnsupportedOperationException(text + dialect);
	}

}
