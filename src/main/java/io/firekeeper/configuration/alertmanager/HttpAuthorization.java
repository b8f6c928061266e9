package io.firekeeper.configuration.alertmanager;

import io.firekeeper.configuration.TypedStruct;

/** Whether a receiver's HTTP client signs in with a token. */
final class HttpAuthorization {

	private HttpAuthorization() {
	}

	/**
	 * Whether {@code http_config.authorization} is set, or the older {@code bearer_token}
	 * that becomes it.
	 */
	static boolean isSet(TypedStruct receiver) {
		return receiver.get("http_config") instanceof TypedStruct client
				&& (client.isSet("authorization") || client.isSet("bearer_token") || client.isSet("bearer_token_file"));
	}

}
