package io.firekeeper.configuration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of one replica, by path relative to the bundle's root. The path of the main
 * file is {@value #MAIN_FILE}. Secrets are still references unless it was resolved for
 * delivery.
 *
 * @param files content by path, sorted
 */
public record Bundle(SortedMap<String, String> files) {

	/** The main file of a Prometheus. */
	public static final String MAIN_FILE = "prometheus.yml";

	private static final Pattern PATH = Pattern.compile("(?!.*(^|/)\\.{1,2}(/|$))[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");

	public Bundle {
		files.keySet().forEach(Bundle::requireSafe);
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

	public static Bundle of(Map<String, String> files) {
		return new Bundle(new TreeMap<>(files));
	}

	/** Whether a path stays below the bundle's root and is portable. */
	public static boolean isSafe(String path) {
		return path.length() <= 200 && PATH.matcher(path).matches();
	}

	/** The digest over paths and bytes, each with its length. */
	public Digest digest() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.files.forEach((path, content) -> {
				update(digest, path);
				update(digest, content);
			});
			return new Digest(HexFormat.of().formatHex(digest.digest()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	private static void update(MessageDigest digest, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
		digest.update(bytes);
	}

	private static void requireSafe(String path) {
		if (!isSafe(path)) {
			throw new IllegalArgumentException("not a path below the bundle: " + path);
		}
	}

}
