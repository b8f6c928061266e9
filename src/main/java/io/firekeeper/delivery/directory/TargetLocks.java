package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

/**
 * Gives the lock of a target to one at a time: among threads of this process by a lock of
 * its own, since the system's file locks belong to a process as a whole, among consoles
 * by the lock file.
 */
@Component
class TargetLocks {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private final Clock clock;

	private final Map<Path, ReentrantLock> inProcess = new ConcurrentHashMap<>();

	TargetLocks(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Waits up to 20 seconds.
	 * @throws FileSystemException when somebody else holds it for longer
	 */
	TargetLock acquire(Path root) throws IOException {
		Path file = root.resolve(TargetLock.FILE);
		ReentrantLock lock = this.inProcess.computeIfAbsent(root, (path) -> new ReentrantLock());
		if (!acquired(lock)) {
			throw busy(file);
		}
		try {
			return new TargetLock(file, locked(file), lock::unlock);
		}
		catch (IOException | RuntimeException ex) {
			lock.unlock();
			throw ex;
		}
	}

	private FileChannel locked(Path file) throws IOException {
		FileChannel channel = TargetLock.open(file);
		try {
			Instant end = this.clock.instant().plus(PATIENCE);
			while (!isLocked(channel)) {
				if (this.clock.instant().isAfter(end) || !paused()) {
					throw busy(file);
				}
			}
			return channel;
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	/**
	 * The same file may be reached by two paths, and then by two threads of this process.
	 */
	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private static boolean acquired(ReentrantLock lock) {
		try {
			return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean paused() {
		try {
			Thread.sleep(INTERVAL);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static FileSystemException busy(Path file) {
		return new FileSystemException(file.toString(), null, "is held by another push");
	}

}
