package io.firekeeper.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checkpoints of the chain outside the database: one line each with number, hash and time
 * of a row, signed with a key that stands beside the file and never in the database. Who
 * can change the database alone cannot cut off the end of the log unseen.
 */
final class AnchorFile {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String FORMAT = "firekeeper-anchor-1";

	private static final int KEY_BYTES = 32;

	private static final int FIELDS = 4;

	private final Path file;

	private final Path keyFile;

	AnchorFile(Path file) {
		this.file = file;
		this.keyFile = file.resolveSibling(file.getFileName() + ".key");
	}

	void append(AuditHead head, Instant at) throws IOException {
		createKey();
		dropHalfLine();
		String line = String.join(" ", Long.toString(head.seq()), head.hash(), at.toString(),
				signature(head.seq() + "", head.hash(), at.toString()));
		Files.writeString(this.file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND,
				StandardOpenOption.DSYNC);
	}

	/** What the file says. A last line that was not written to its end does not count. */
	Anchors read() throws IOException {
		if (!Files.exists(this.file)) {
			return Anchors.NONE;
		}
		String text = Files.readString(this.file);
		List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
		Anchors.Builder anchors = new Anchors.Builder();
		for (int i = 0; i < lines.size(); i++) {
			read(lines.get(i), i + 1, anchors);
		}
		return anchors.build();
	}

	/** A line that a full disk cut short must not grow together with the next one. */
	private void dropHalfLine() throws IOException {
		if (!Files.exists(this.file)) {
			return;
		}
		try (FileChannel channel = FileChannel.open(this.file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long end = channel.size();
			while (end > 0 && byteAt(channel, end - 1) != '\n') {
				end--;
			}
			channel.truncate(end);
		}
	}

	private static byte byteAt(FileChannel channel, long position) throws IOException {
		ByteBuffer one = ByteBuffer.allocate(1);
		channel.read(one, position);
		return one.get(0);
	}

	private void read(String line, int number, Anchors.Builder anchors) throws IOException {
		String[] fields = line.split(" ");
		boolean signed = fields.length == FIELDS
				&& MessageDigest.isEqual(signature(fields[0], fields[1], fields[2]).getBytes(StandardCharsets.UTF_8),
						fields[3].getBytes(StandardCharsets.UTF_8));
		if (signed) {
			anchors.add(Long.parseLong(fields[0]), fields[1]);
		}
		else {
			anchors.forged(number);
		}
	}

	private String signature(String seq, String hash, String at) throws IOException {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(Files.readAllBytes(this.keyFile), ALGORITHM));
			return HexFormat.of()
				.formatHex(mac.doFinal(String.join("\n", FORMAT, seq, hash, at).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void createKey() throws IOException {
		if (!Files.exists(this.keyFile)) {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			byte[] key = new byte[KEY_BYTES];
			new SecureRandom().nextBytes(key);
			Path unfinished = this.keyFile.resolveSibling(this.keyFile.getFileName() + ".new");
			Files.deleteIfExists(unfinished);
			Files.createFile(unfinished,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.write(unfinished, key, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
			Files.move(unfinished, this.keyFile, StandardCopyOption.ATOMIC_MOVE);
		}
	}

}
