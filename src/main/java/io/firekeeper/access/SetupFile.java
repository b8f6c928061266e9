package io.firekeeper.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The file {@code setup-secret} in the data directory, readable by its owner alone, while
 * the secret waits to be used.
 */
@Component
class SetupFile {

	private final Path file;

	SetupFile(@Value("${firekeeper.data-directory}") Path dataDirectory) {
		this.file = dataDirectory.resolve("setup-secret");
	}

	Path write(String secret) {
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			Files.deleteIfExists(this.file);
			Files.createFile(this.file,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			return Files.writeString(this.file, secret + "\n", StandardOpenOption.TRUNCATE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the one-time secret to " + this.file, ex);
		}
	}

	void remove() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot remove the used one-time secret " + this.file, ex);
		}
	}

}
