package io.firekeeper.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body up to a number of bytes, counted after inflating. Streams are left to the
 * connection, which is thrown away: closing them would read an endless body to its end.
 */
final class CappedBody {

	private CappedBody() {
	}

	static String read(@Nullable HttpEntity entity, long maximumBytes) throws IOException {
		if (entity == null) {
			return "";
		}
		InputStream stream = inflated(entity);
		byte[] bytes = stream.readNBytes((int) Math.min(maximumBytes, Integer.MAX_VALUE - 8L));
		if (bytes.length == maximumBytes && stream.read() != -1) {
			throw new TooLargeException(maximumBytes);
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static InputStream inflated(HttpEntity entity) throws IOException {
		String encoding = entity.getContentEncoding();
		if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
			return entity.getContent();
		}
		if (!encoding.strip().equalsIgnoreCase("gzip")) {
			throw new IOException("the answer has a content encoding that was not asked for");
		}
		return new GZIPInputStream(entity.getContent());
	}

	/** The body is longer than allowed. */
	static final class TooLargeException extends IOException {

		private static final long serialVersionUID = 1L;

		TooLargeException(long maximumBytes) {
			super("the answer is longer than " + maximumBytes + " bytes");
		}

	}

}
