package io.firekeeper.database;

import org.jspecify.annotations.Nullable;

/**
 * The console cannot start with its database. The message says what is wrong; what to do
 * stands in {@link #remedy()}.
 */
public final class DatabaseStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	DatabaseStartException(String message, String remedy, @Nullable Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	/** What to do. */
	public String remedy() {
		return this.remedy;
	}

}
