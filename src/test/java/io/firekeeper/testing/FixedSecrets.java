package io.firekeeper.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.firekeeper.secrets.Secret;

/**
 * Secrets without a store: a few values and a fixed key.
 */
public final class FixedSecrets {

	private final Map<String, String> values;

	public FixedSecrets(Map<String, String> values) {
		this.values = Map.copyOf(values);
	}

	public Optional<Secret> resolve(String name) {
		return Optional.ofNullable(this.values.get(name)).map((value) -> new Secret(name, 1, value));
	}

	public String hmac(byte[] bytes) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec("test key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String redact(String text) {
		String redacted = text;
		for (String value : this.values.values()) {
			redacted = redacted.replace(value, "••••");
		}
		return redacted;
	}

}
