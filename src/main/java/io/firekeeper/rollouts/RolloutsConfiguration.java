package io.firekeeper.rollouts;

import java.lang.management.ManagementFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What drivers run on.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RolloutProperties.class)
class RolloutsConfiguration {

	@Bean
	Pace rolloutPace() {
		return Pace.DEFAULT;
	}

	@Bean
	Sleeper rolloutSleeper() {
		return Thread::sleep;
	}

	@Bean
	Leases rolloutLeases(JdbcClient jdbc, Pace pace) {
		return new Leases(jdbc, ManagementFactory.getRuntimeMXBean().getName(), pace.leaseLifetime(), System::nanoTime);
	}

}
