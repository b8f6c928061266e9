package io.firekeeper.egress;

/**
 * How a request identifies itself. Never printed.
 */
public sealed interface Credentials {

	/** No credentials. */
	record None() implements Credentials {
	}

	/** HTTP basic authentication. */
	record Basic(String username, String password) implements Credentials {

		@Override
		public String toString() {
			return "Basic[username=" + this.username + ", password=****]";
		}

	}

	/** A bearer token. */
	record Bearer(String token) implements Credentials {

		@Override
		public String toString() {
			return "Bearer[token=****]";
		}

	}

}
