package io.firekeeper.delivery;

import java.util.function.UnaryOperator;

/**
 * What tests of transports need from this package.
 */
public final class TransportFixture {

	private TransportFixture() {
	}

	/** Words with nothing to redact. */
	public static ReplicaWords words() {
		return new ReplicaWords(UnaryOperator.identity());
	}

}
