package io.firekeeper.egress;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The real egress client with an allow list of the test's own, for tests without a
 * database.
 */
public final class TestEgress {

	private TestEgress() {
	}

	/** A client that may reach every port of 127.0.0.1. */
	public static EgressClient loopback() {
		return client(new SystemHostResolver(), "127.0.0.1/32");
	}

	static EgressClient client(HostResolver resolver, String... cidrs) {
		return new EgressClient(guard(resolver, cidrs), new SimpleMeterRegistry());
	}

	static EgressGuard guard(HostResolver resolver, String... cidrs) {
		return guard(resolver, Arrays.stream(cidrs).map((cidr) -> rule(cidr, 1, 65535)).toArray(EgressRule[]::new));
	}

	static EgressGuard guard(HostResolver resolver, EgressRule... rules) {
		return new EgressGuard(resolver, new AllowList(() -> List.of(rules), Clock.systemUTC()),
				new OwnPorts(new StaticListableBeanFactory().getBeanProvider(JdbcConnectionDetails.class), resolver));
	}

	static EgressRule rule(String cidr, int portFrom, int portTo) {
		return rule(cidr, portFrom, portTo, EgressRule.Scheme.ANY);
	}

	static EgressRule rule(String cidr, int portFrom, int portTo, EgressRule.Scheme scheme) {
		return new EgressRule(UUID.randomUUID(), cidr, portFrom, portTo, scheme, "", "test", Instant.EPOCH);
	}

}
