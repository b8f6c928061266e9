package io.firekeeper.access;

import java.time.Duration;
import java.time.Instant;

import io.firekeeper.identity.Actor;

/**
 * What became of an attempt to sign in.
 */
sealed interface SignInOutcome {

	/**
	 * Name and password are right.
	 *
	 * @param actor the person
	 */
	record Accepted(Actor actor) implements SignInOutcome {
	}

	/** They are not, or the account is disabled; nobody is told which. */
	record Refused() implements SignInOutcome {
	}

	/**
	 * Too many attempts; the password was not looked at.
	 *
	 * @param until when the next attempt is possible
	 */
	record Locked(Instant until) implements SignInOutcome {

		/** How long from now until then. */
		Duration remaining(Instant now) {
			Duration wait = Duration.between(now, this.until);
			return wait.isNegative() ? Duration.ZERO : wait;
		}

	}

}
