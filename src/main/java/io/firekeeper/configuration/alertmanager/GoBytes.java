package io.firekeeper.configuration.alertmanager;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A string of Go while it is put together: bytes, which may turn out not to be UTF-8. */
final class GoBytes {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	void character(int codePoint) {
		this.bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
	}

	void octet(int value) {
		this.bytes.write(value);
	}

	/**
	 * The text.
	 * @throws IllegalArgumentException when it is not UTF-8
	 */
	String text() {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.bytes.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("not UTF-8", ex);
		}
	}

}
