package io.firekeeper.egress;

import java.net.URI;

/**
 * No answer was had.
 */
public class EgressFailure extends Exception {

	private static final long serialVersionUID = 1L;

	private final Cause reason;

	private final transient URI uri;

	public EgressFailure(Cause reason, URI uri, String message) {
		super(message);
		this.reason = reason;
		this.uri = uri;
	}

	public Cause reason() {
		return this.reason;
	}

	public URI uri() {
		return this.uri;
	}

	/** Why there was no answer. */
	public enum Cause {

		/** The allow list does not cover the address; nothing was sent. */
		NOT_ALLOWED,

		/** The name does not resolve. */
		UNKNOWN_HOST,

		/** Nothing listens there. */
		REFUSED,

		/** The total deadline passed. */
		DEADLINE,

		/** The answer was longer than allowed. */
		TOO_LARGE,

		/** TLS could not be agreed, or the certificate is not trusted. */
		TLS,

		/** The connection broke. */
		BROKEN

	}

}
