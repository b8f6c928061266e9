package io.firekeeper.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import io.firekeeper.configuration.Bundle;

/**
 * The HMAC over delivered files: paths and bytes in order, each with its length. Keyed,
 * because files with secrets in clear must not be guessable from it.
 */
class DeliveredDigests {

	private final Function<byte[], String> hmac;

	DeliveredDigests(Function<byte[], String> hmac) {
		this.hmac = hmac;
	}

	String of(Bundle resolved) {
		SortedMap<String, byte[]> files = new TreeMap<>();
		resolved.files().forEach((path, content) -> files.put(path, content.getBytes(StandardCharsets.UTF_8)));
		return of(files);
	}

	String of(SortedMap<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		files.forEach((path, content) -> {
			append(bytes, path.getBytes(StandardCharsets.UTF_8));
			append(bytes, content);
		});
		return this.hmac.apply(bytes.toByteArray());
	}

	private static void append(ByteArrayOutputStream bytes, byte[] part) {
		bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
		bytes.writeBytes(part);
	}

}
