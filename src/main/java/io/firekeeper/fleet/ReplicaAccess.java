package io.firekeeper.fleet;

import org.jspecify.annotations.Nullable;

/**
 * How the console identifies itself to a replica: nothing, basic authentication or a
 * bearer token, with the name of the secret that holds the password or token.
 *
 * @param scheme which
 * @param username of basic authentication
 * @param secretName the secret's name
 * @param caPem PEM certificates to trust, {@code null} for the system's
 */
public record ReplicaAccess(Scheme scheme, @Nullable String username, @Nullable String secretName,
		@Nullable String caPem) {

	/** No authentication, and the system's trust. */
	public static final ReplicaAccess OPEN = new ReplicaAccess(Scheme.NONE, null, null, null);

	/** The schemes. */
	public enum Scheme {

		NONE, BASIC, BEARER

	}

}
