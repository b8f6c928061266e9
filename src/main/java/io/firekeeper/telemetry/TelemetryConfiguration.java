package io.firekeeper.telemetry;

import java.util.random.RandomGenerator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What telemetry takes from the platform.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelemetryProperties.class)
class TelemetryConfiguration {

	@Bean
	Pause pause() {
		return Thread::sleep;
	}

	@Bean
	RandomGenerator probeJitter() {
		return RandomGenerator.getDefault();
	}

}
