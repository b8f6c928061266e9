package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;

/**
 * The lock file of a target, held. It stores the highest epoch that was here, in place
 * and of fixed length, so that a full disk does not keep a rollback from claiming it.
 */
final class TargetLock implements AutoCloseable {

	static final String FILE = ".firekeeper.lock";

	private static final int LENGTH = 20;

	private final Path file;

	private final FileChannel channel;

	private final Runnable release;

	TargetLock(Path file, FileChannel channel, Runnable release) {
		this.file = file;
		this.channel = channel;
		this.release = release;
	}

	static FileChannel open(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
	}

	/** The highest epoch that was here, 0 before the first. */
	long epoch() throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(LENGTH + 1);
		int read = this.channel.read(buffer, 0);
		String text = new String(buffer.array(), 0, Math.max(read, 0), StandardCharsets.US_ASCII).strip();
		if (!text.matches("[0-9]{0,19}")) {
			throw new FileSystemException(this.file.toString(), null, "does not hold an epoch");
		}
		return text.isEmpty() ? 0 : Long.parseLong(text);
	}

	void keep(long epoch) throws IOException {
		String text = String.format(Locale.ROOT, "%019d%n", epoch);
		this.channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
		this.channel.force(true);
	}

	@Override
	public void close() throws IOException {
		try {
			this.channel.close();
		}
		finally {
			this.release.run();
		}
	}

}
