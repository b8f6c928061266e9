package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Replaces the fleet and the heads below the drivers, and makes them impatient.
 */
@TestConfiguration
class SimulatedFleet {

	@Bean
	@Primary
	SimulatedReplicas simulatedReplicas() {
		return new SimulatedReplicas();
	}

	@Bean
	@Primary
	RecordedHeads recordedHeads() {
		return new RecordedHeads();
	}

	@Bean
	@Primary
	Pace impatientPace() {
		return new Pace(Duration.ofMillis(5), Duration.ofSeconds(20), Duration.ofMillis(40), Duration.ofMillis(80),
				Duration.ofMillis(40));
	}

	/**
	 * Remembers what became of revisions.
	 */
	static final class RecordedHeads implements Heads {

		private final List<String> settled = new CopyOnWriteArrayList<>();

		@Override
		public void proven(long revision) {
			this.settled.add("r" + revision + " proven");
		}

		@Override
		public void rolledBack(long revision, String reason) {
			this.settled.add("r" + revision + " rolled back");
		}

		List<String> of(long revision) {
			return new ArrayList<>(this.settled.stream().filter((line) -> line.startsWith("r" + revision + " ")).toList());
		}

	}

}
