package io.firekeeper.rollouts;

import java.time.Duration;

/**
 * Lets time pass.
 */
@FunctionalInterface
interface Sleeper {

	void sleep(Duration duration) throws InterruptedException;

}
