package io.firekeeper.secrets;

import java.util.Optional;
import java.util.Set;

/**
 * The secret store. Documents hold {@code $(secret.<name>)}; values are encrypted at rest
 * and leave only through {@link #resolve}.
 */
public interface Secrets {

	/** The current value, to be used now and not kept. */
	Optional<Secret> resolve(String name);

	/** The names that exist. */
	Set<String> names();

	/** An HMAC-SHA-256 with a key derived from the master key, as hex. */
	String hmac(byte[] bytes);

	/**
	 * The text with every known secret value masked, plain or in a usual encoding
	 * (base64, URL, JSON). For all text that comes from upstream before it is stored,
	 * logged or shown.
	 */
	String redact(String text);

}
