package io.firekeeper.telemetry;

import java.time.Duration;

/**
 * Waits.
 */
interface Pause {

	void sleep(Duration duration) throws InterruptedException;

}
