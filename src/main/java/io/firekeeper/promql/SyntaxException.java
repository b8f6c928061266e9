package io.firekeeper.promql;

/** Leaves a construct that cannot be read further; what is wrong is noted before. */
final class SyntaxException extends RuntimeException {

	static final SyntaxException INSTANCE = new SyntaxException();

	private static final long serialVersionUID = 1L;

	private SyntaxException() {
		super(null, null, false, false);
	}

}
