package io.firekeeper.promapi;

import java.net.URI;

import io.firekeeper.egress.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * Where a Prometheus is reached, and how to identify there.
 *
 * @param url the base URL, with its path prefix when there is one
 * @param credentials how to identify
 * @param caPem PEM certificates to trust, or {@code null} for the system's
 */
public record ReplicaAddress(URI url, Credentials credentials, @Nullable String caPem) {
}
