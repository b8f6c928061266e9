package io.firekeeper.cli;

/** A command cannot run as it was called; the message says why. */
final class WrongUseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongUseException(String message) {
		super(message);
	}

}
