package io.firekeeper.web;

import java.time.Clock;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts of live updates.
 */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

	private static final int MOST_STREAMS = 2_000;

	@Bean
	LiveHub liveHub(Clock clock) {
		return new LiveHub(new LiveJournal(UUID.randomUUID(), clock), MOST_STREAMS);
	}

	@Bean
	LiveListener liveListener(DataSource dataSource, LiveHub hub) {
		return new LiveListener(dataSource, hub);
	}

}
