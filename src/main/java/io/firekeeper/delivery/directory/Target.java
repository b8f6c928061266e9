package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.fleet.DirectoryTarget;

/**
 * The root of a target, with the steps that change it. Each step is atomic, and none
 * follows a symbolic link below the root.
 */
final class Target {

	static final String CURRENT = "current";

	static final String STAGED = ".firekeeper-new-";

	static final String LINK = ".firekeeper-link-";

	private final Path root;

	private final FileAccess access;

	private Target(Path root, FileAccess access) {
		this.root = root;
		this.access = access;
	}

	static Target open(DirectoryTarget target) throws IOException {
		Path root = Path.of(target.consoleRoot()).toRealPath();
		if (!Files.isDirectory(root)) {
			throw new NotDirectoryException(target.consoleRoot());
		}
		return new Target(root, FileAccess.of(target, root));
	}

	Path root() {
		return this.root;
	}

	/** Writes files into a directory that nothing points to, durably. */
	Path stage(SortedMap<String, String> files, long epoch) throws IOException {
		Path staged = Files.createTempDirectory(this.root, STAGED + epoch + "-");
		try {
			for (Map.Entry<String, String> file : files.entrySet()) {
				write(staged.resolve(file.getKey()), file.getValue());
			}
			new FileTree(staged).seal(this.access);
			return staged;
		}
		catch (IOException ex) {
			discard(staged, ex);
			throw ex;
		}
	}

	/** Removes what was staged after a failure, which stays the one that is told. */
	void discard(Path staged, IOException failure) {
		try {
			new FileTree(staged).delete();
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** Gives a staged directory its name. */
	void publish(Path staged, String name) throws IOException {
		Files.move(staged, this.root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		FileTree.sync(this.root);
	}

	/**
	 * Owner and permissions of a directory that is there already may have been others.
	 */
	void seal(String name) throws IOException {
		new FileTree(this.root.resolve(name)).seal(this.access);
	}

	/** Points {@code current} to a directory beside it. */
	void swap(String name, long epoch) throws IOException {
		if (!isBeside(Path.of(name)) || !isDirectory(this.root.resolve(name))) {
			throw new NoSuchFileException(this.root.resolve(name).toString());
		}
		if (current().filter(name::equals).isPresent()) {
			return;
		}
		Path link = this.root.resolve(LINK + epoch + "-" + name);
		Files.deleteIfExists(link);
		Files.createSymbolicLink(link, Path.of(name));
		Files.move(link, this.root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		FileTree.sync(this.root);
	}

	/**
	 * The directory that {@code current} points to, empty when nothing was ever
	 * delivered.
	 * @throws FileSystemException when it is not a link to a directory beside it
	 */
	Optional<String> current() throws IOException {
		Path link = this.root.resolve(CURRENT);
		if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
			return Optional.empty();
		}
		if (!Files.isSymbolicLink(link)) {
			throw new FileSystemException(link.toString(), null, "is not a symbolic link");
		}
		Path destination = Files.readSymbolicLink(link);
		if (!isBeside(destination)) {
			throw new FileSystemException(link.toString(), null,
					"points to " + destination + ", not to a directory beside it");
		}
		return Optional.of(destination.toString());
	}

	private static boolean isBeside(Path destination) {
		return destination.getNameCount() == 1 && !destination.isAbsolute() && !destination.toString().startsWith(".");
	}

	/** The files of a directory. */
	SortedMap<String, byte[]> read(String name) throws IOException {
		Path directory = this.root.resolve(name);
		if (!isDirectory(directory)) {
			throw new NotDirectoryException(directory.toString());
		}
		return new FileTree(directory).read();
	}

	/** Does every step of a push with a file of no meaning, and removes it again. */
	void tryOut() throws IOException {
		Path staged = stage(new TreeMap<>(Map.of("trial/file", "trial\n")), 0);
		try {
			Path link = staged.resolve("link");
			Files.createSymbolicLink(link, Path.of("trial"));
			Files.move(link, staged.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
			new FileTree(staged).delete();
		}
		catch (IOException ex) {
			discard(staged, ex);
			throw ex;
		}
	}

	boolean exists(String name) {
		return Files.exists(this.root.resolve(name), LinkOption.NOFOLLOW_LINKS);
	}

	static boolean isDirectory(Path path) {
		return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
	}

	private static void write(Path file, String content) throws IOException {
		Files.createDirectories(file.getParent());
		try (FileChannel channel = FileChannel.open(file,
				Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
			ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		}
	}

}
