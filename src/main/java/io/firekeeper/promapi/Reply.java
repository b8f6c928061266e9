package io.firekeeper.promapi;

import java.time.Duration;

import io.firekeeper.egress.EgressFailure;

/**
 * The outcome of a call to a replica. Texts are capped and still hostile: redact and
 * escape them.
 *
 * @param <T> the answer
 */
public sealed interface Reply<T> {

	/** It answered what was asked for. */
	record Answered<T>(T value, Duration took) implements Reply<T> {
	}

	/** It answered with an error status; the message is its own words. */
	record Rejected<T>(int status, String message) implements Reply<T> {
	}

	/** It answered something that is not this API, such as an HTML page. */
	record Malformed<T>(int status, String message) implements Reply<T> {
	}

	/** It did not answer. */
	record Unreachable<T>(EgressFailure.Cause cause, String message) implements Reply<T> {
	}

}
