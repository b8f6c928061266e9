package io.firekeeper.rollouts;

/**
 * A driver stops here without writing or sending anything more; whoever drives the
 * rollout next goes on from what is stored.
 */
class Abandoned extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Abandoned(String message) {
		super(message);
	}

}
