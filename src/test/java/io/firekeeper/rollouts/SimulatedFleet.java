package io.firekeeper.rollouts;

import java.time.Duration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Replaces the fleet below the drivers, and makes them impatient.
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
	Pace impatientPace() {
		return new Pace(Duration.ofMillis(5), Duration.ofMinutes(5), Duration.ofMillis(40), Duration.ofMillis(80),
				Duration.ofMillis(40));
	}

}
