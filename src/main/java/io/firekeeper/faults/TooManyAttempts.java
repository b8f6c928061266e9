package io.firekeeper.faults;

import java.time.Duration;

/**
 * Something was tried too often. It can be tried again after a while.
 */
public final class TooManyAttempts extends Fault {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	public TooManyAttempts(Message reason, Duration wait) {
		super(FaultKind.TOO_MANY, reason);
		this.wait = wait;
	}

	/** How long until the next attempt is possible. */
	public Duration waitTime() {
		return this.wait;
	}

}
