package io.firekeeper;

/**
 * The command line cannot be understood.
 */
final class WrongOptionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongOptionException(String message) {
		super(message);
	}

}
