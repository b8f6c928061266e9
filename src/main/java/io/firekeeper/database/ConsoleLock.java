package io.firekeeper.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one console that runs the server of a data directory. The operating system
 * frees it when the console dies, however it dies.
 */
final class ConsoleLock implements AutoCloseable {

	private final FileChannel channel;

	private ConsoleLock(FileChannel channel) {
		this.channel = channel;
	}

	/** Takes the lock, or nothing when another console has it. */
	static Optional<ConsoleLock> acquire(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return Optional.of(new ConsoleLock(channel));
			}
		}
		catch (OverlappingFileLockException ex) {
			channel.close();
			return Optional.empty();
		}
		channel.close();
		return Optional.empty();
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
