package io.firekeeper.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that holds the master key.
 *
 * @param path where it is
 */
record MasterKeyFile(Path path) {

	private static final Logger logger = LoggerFactory.getLogger(MasterKeyFile.class);

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

	boolean exists() {
		return Files.exists(this.path);
	}

	MasterKey read() {
		try {
			warnWhenOthersMayRead();
			return MasterKey.parse(Files.readString(this.path));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw MasterKeyException.unreadable(this.path, ex);
		}
	}

	/**
	 * Creates the file with a new key, for its owner only, unless somebody was faster.
	 */
	MasterKey create() {
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent());
			write(MasterKey.generate());
			logger.warn("Created the master key of the secrets in {}. Move it to a place that is backed up apart from"
					+ " the database, and name that place in firekeeper.secrets.master-key-file", this.path);
		}
		catch (FileAlreadyExistsException ex) {
			logger.debug("Another console created {}", this.path);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw MasterKeyException.unreadable(this.path, ex);
		}
		return read();
	}

	private void write(String keyset) throws IOException {
		Path complete = Files.createTempFile(this.path.toAbsolutePath().getParent(), "master", ".key",
				PosixFilePermissions.asFileAttribute(OWNER_ONLY));
		try (FileChannel channel = FileChannel.open(complete, StandardOpenOption.WRITE)) {
			channel.write(ByteBuffer.wrap(keyset.getBytes(StandardCharsets.UTF_8)));
			channel.force(true);
			Files.createLink(this.path, complete);
		}
		finally {
			Files.delete(complete);
		}
	}

	private void warnWhenOthersMayRead() throws IOException {
		Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(this.path);
		if (!OWNER_ONLY.containsAll(permissions)) {
			logger.warn("The master key {} is open to others ({}). Close it: chmod 600 {}", this.path,
					PosixFilePermissions.toString(permissions), this.path);
		}
	}

}
