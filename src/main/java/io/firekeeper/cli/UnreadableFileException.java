package io.firekeeper.cli;

import io.firekeeper.faults.Message;

/** A file cannot be read, so that there is no verdict. */
final class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String file;

	private final transient Message reason;

	UnreadableFileException(String file, String key, Object... arguments) {
		super(file);
		this.file = file;
		this.reason = Message.of(key, arguments);
	}

	String file() {
		return this.file;
	}

	Message reason() {
		return this.reason;
	}

}
