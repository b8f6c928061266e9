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

	/**
	 * Makes a directory current that is there already: what stood at the target before
	 * the first push. Nothing in it is touched.
	 * @param epoch refused when a higher one was here
	 */
	PushOutcome restore(DirectoryTarget target, String directory, String digest, long epoch);

	/** Reads the files that are in place. */
	TransportReading read(DirectoryTarget target);

	/** Tries every step without effect, and says why one would fail. */
	Optional<Message> obstacleAt(DirectoryTarget target);

}
