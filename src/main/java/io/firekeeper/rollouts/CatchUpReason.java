package io.firekeeper.rollouts;

import io.firekeeper.faults.Message;

/**
 * Why a replica catches up by itself.
 */
enum CatchUpReason {

	/** Nothing was ever proven there. */
	NEW,

	/** It did not answer when it was left out or could not be brought back. */
	ANSWERS_AGAIN,

	/** Its process was started anew since. */
	RESTARTED,

	/** It was brought back to what it ran, which is older than the head. */
	LEFT_BEHIND;

	Message sentence(String replica, long head) {
		return Message.of("rollouts.event.catch-up." + this, replica, "r" + head);
	}

}
