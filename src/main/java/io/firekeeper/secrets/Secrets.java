package io.firekeeper.secrets;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The secret store. Documents hold {@code $(secret.<name>)}; values are encrypted at rest
 * and leave only through {@link #resolve}.
 */
@Component
public class Secrets {

	private final SecretTable table;

	private final MasterKey key;

	private final Redactor redactor;

	Secrets(SecretTable table, MasterKey key) {
		this.table = table;
		this.key = key;
		this.redactor = new Redactor(table, this::open);
	}

	/** The current value, to be used now and not kept. */
	public Optional<Secret> resolve(String name) {
		return this.table.find(name).map(this::open);
	}

	/** The names that exist. */
	public Set<String> names() {
		return this.table.all().stream().map(SecretTable.Row::name).collect(Collectors.toUnmodifiableSet());
	}

	/** An HMAC-SHA-256 with a key derived from the master key, as hex. */
	public String hmac(byte[] bytes) {
		return this.key.hmac(bytes);
	}

	/**
	 * The text with every known secret value masked, plain or in a usual encoding
	 * (base64, URL, JSON). For all text that comes from upstream before it is stored,
	 * logged or shown.
	 */
	public String redact(String text) {
		return this.redactor.redact(text);
	}

	private Secret open(SecretTable.Row row) {
		try {
			return new Secret(row.name(), row.version(), this.key.open(row.ciphertext(), row.label()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(row.label() + " was changed in the database, or sealed with another key",
					ex);
		}
	}

}
