package io.firekeeper.rollouts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

/**
 * A driver's waiting.
 */
@Component
class Patience {

	private final Clock clock;

	private final Sleeper sleeper;

	private final Pace pace;

	Patience(Clock clock, Sleeper sleeper, Pace pace) {
		this.clock = clock;
		this.sleeper = sleeper;
		this.pace = pace;
	}

	Instant in(Duration duration) {
		return this.clock.instant().plus(duration);
	}

	boolean endedBy(Instant deadline) {
		return !this.clock.instant().isBefore(deadline);
	}

	/**
	 * Waits one poll.
	 * @throws Abandoned when the console stops
	 */
	void pause() {
		try {
			this.sleeper.sleep(this.pace.poll());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Abandoned("the console stops");
		}
	}

	Pace pace() {
		return this.pace;
	}

}
