package io.firekeeper.rollouts;

import io.firekeeper.faults.Fault;

/**
 * The status of a page that is shown again with what was refused.
 */
final class Statuses {

	private Statuses() {
	}

	static int of(Fault fault) {
		return switch (fault.kind()) {
			case NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, TOO_MANY, UPSTREAM, UNAVAILABLE -> throw fault;
			case CONFLICT, STALE -> 409;
			case INVALID, VERSION_REQUIRED -> 422;
		};
	}

}
