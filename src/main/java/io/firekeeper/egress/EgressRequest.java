package io.firekeeper.egress;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One outgoing request.
 *
 * @param method GET or POST
 * @param uri the absolute address, http or https, without user info
 * @param form the body of a POST as application/x-www-form-urlencoded, or {@code null}
 * @param credentials how to identify
 * @param caPem PEM certificates to trust instead of the system's, or {@code null}
 * @param deadline the total time, from the first byte sent to the last byte read
 * @param maximumBytes the most bytes to read after decompression
 */
public record EgressRequest(String method, URI uri, @Nullable String form, Credentials credentials,
		@Nullable String caPem, Duration deadline, long maximumBytes) {
}
