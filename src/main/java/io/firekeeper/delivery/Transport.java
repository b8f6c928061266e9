package io.firekeeper.delivery;

import java.util.Optional;

import io.firekeeper.faults.Message;
import io.firekeeper.fleet.DirectoryTarget;

/**
 * A way for files to reach a replica. Each mechanism is a sub-package.
 */
public interface Transport {

	/** Brings files in place; atomic, or nothing happened. */
	PushOutcome push(DirectoryTarget target, Consignment consignment);

	/** Reads the files that are in place. */
	TransportReading read(DirectoryTarget target);

	/** Tries every step without effect, and says why one would fail. */
	Optional<Message> obstacleAt(DirectoryTarget target);

}
