package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A directory with all that is below. No symbolic link is ever followed.
 */
final class FileTree {

	private static final long MAXIMUM_BYTES = 256L * 1024 * 1024;

	private static final int MAXIMUM_FILES = 20_000;

	private final Path root;

	FileTree(Path root) {
		this.root = root;
	}

	/**
	 * Reads all files.
	 * @throws FileSystemException for a link or a special file, and beyond 256 MiB or
	 * 20,000 files
	 */
	SortedMap<String, byte[]> read() throws IOException {
		Reader reader = new Reader(this.root);
		Files.walkFileTree(this.root, reader);
		return reader.files;
	}

	/** Gives files and directories their owner and permissions, and syncs them. */
	void seal(FileAccess access) throws IOException {
		Files.walkFileTree(this.root, new Sealer(access));
	}

	void delete() throws IOException {
		try {
			Files.walkFileTree(this.root, new Deleter());
		}
		catch (NoSuchFileException ex) {
			if (Files.exists(this.root, LinkOption.NOFOLLOW_LINKS)) {
				throw ex;
			}
		}
	}

	/** Makes the names in a directory durable. */
	static void sync(Path directory) throws IOException {
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	private static final class Reader extends SimpleFileVisitor<Path> {

		private final Path root;

		private final SortedMap<String, byte[]> files = new TreeMap<>();

		private long bytesLeft = MAXIMUM_BYTES;

		private Reader(Path root) {
			this.root = root;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			if (!attributes.isRegularFile()) {
				throw new FileSystemException(file.toString(), null, "is not a regular file");
			}
			byte[] content = content(file);
			this.bytesLeft -= content.length;
			this.files.put(this.root.relativize(file).toString(), content);
			if (this.bytesLeft < 0 || this.files.size() > MAXIMUM_FILES) {
				throw new FileSystemException(this.root.toString(), null, "holds more than was delivered");
			}
			return FileVisitResult.CONTINUE;
		}

		private byte[] content(Path file) throws IOException {
			try (InputStream input = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
				return input.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, this.bytesLeft + 1));
			}
		}

	}

	private static final class Sealer extends SimpleFileVisitor<Path> {

		private final FileAccess access;

		private Sealer(FileAccess access) {
			this.access = access;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			this.access.applyToFile(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
			super.postVisitDirectory(directory, failure);
			this.access.applyToDirectory(directory);
			sync(directory);
			return FileVisitResult.CONTINUE;
		}

	}

	private static final class Deleter extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.delete(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
			super.postVisitDirectory(directory, failure);
			Files.delete(directory);
			return FileVisitResult.CONTINUE;
		}

	}

}
