package io.firekeeper.secrets;

import java.nio.file.Path;

/**
 * The console cannot start with this master key. The message says what is wrong; what to
 * do stands in {@link #remedy()}.
 */
class MasterKeyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	MasterKeyException(String message, String remedy, Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

	static MasterKeyException unreadable(Path file, Throwable cause) {
		return new MasterKeyException("The master key in " + file + " cannot be read: " + cause.getMessage(),
				"Restore the file from your backup, or point firekeeper.secrets.master-key-file to it and let the user"
						+ " of the console read it.",
				cause);
	}

	static MasterKeyException missing(Path file) {
		return new MasterKeyException(
				"The database holds secrets, and there is no master key in " + file + " to open them with.",
				"Put the key file of this installation there, or point firekeeper.secrets.master-key-file to it. "
						+ LOST,
				new java.nio.file.NoSuchFileException(file.toString()));
	}

	static MasterKeyException wrong(Path file, Throwable cause) {
		return new MasterKeyException(
				"The master key in " + file + " is not the one that the secrets of this database"
						+ " are encrypted with.",
				"Put the key file of this installation there (every console on one database needs the same), or point"
						+ " firekeeper.secrets.master-key-file to it. " + LOST,
				cause);
	}

	private static final String LOST = "If the key is lost, its secrets are too: run \"delete from secrets; delete from"
			+ " secrets_key_check;\" in the database, start again, and enter them anew.";

}
