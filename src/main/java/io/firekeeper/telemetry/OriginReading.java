package io.firekeeper.telemetry;

import io.firekeeper.faults.Message;

/**
 * Whether what stands and runs on a replica can be told again later.
 */
public sealed interface OriginReading {

	/** It can. */
	record Seen(Origin origin) implements OriginReading {
	}

	/** It cannot, and why. */
	record Unseen(Message why) implements OriginReading {
	}

}
