package io.firekeeper.rollouts;

import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import org.jspecify.annotations.Nullable;

/**
 * A replica that should catch up by itself.
 *
 * @param replica the replica
 * @param head the revision that its cluster should run
 * @param reason why
 * @param latest what rollouts did with it last, {@code null} when none came to it
 */
record Straggler(Replica replica, long head, CatchUpReason reason, @Nullable LatestStep latest) {

	Message sentence() {
		return this.reason.sentence(this.replica.name(), this.head);
	}

}
