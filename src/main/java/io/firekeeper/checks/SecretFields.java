package io.firekeeper.checks;

import java.util.Set;

/**
 * The fields of type {@code Secret} in Prometheus 2.40 to 3.14, whose values it hides.
 */
final class SecretFields {

	private static final Set<String> FIELDS = Set.of("password", "credentials", "bearer_token", "client_secret",
			"secret_key", "token", "auth_token", "secrets", "key", "certificate_password", "client_certificate_key",
			"key_passphrase", "application_credential_secret", "application_secret", "consumer_key", "private_key",
			"service_account_key");

	private static final String PROXY_HEADERS = "proxy_connect_header.";

	private SecretFields() {
	}

	/**
	 * Whether Prometheus hides the value of the field wherever it shows a configuration.
	 */
	static boolean isHidden(String field) {
		return FIELDS.contains(field) || field.startsWith(PROXY_HEADERS);
	}

}
