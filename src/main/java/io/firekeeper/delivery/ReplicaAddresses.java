package io.firekeeper.delivery;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.firekeeper.egress.Credentials;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.secrets.Secret;

/**
 * Replaces the name of a secret in a replica's access by its value.
 */
class ReplicaAddresses {

	private final Function<String, Optional<Secret>> secrets;

	ReplicaAddresses(Function<String, Optional<Secret>> secrets) {
		this.secrets = secrets;
	}

	ReplicaAddress of(URI url, ReplicaAccess access) {
		return new ReplicaAddress(url, credentials(access), access.caPem());
	}

	private Credentials credentials(ReplicaAccess access) {
		return switch (access.scheme()) {
			case NONE -> new Credentials.None();
			case BASIC -> new Credentials.Basic(Objects.requireNonNullElse(access.username(), ""), reveal(access));
			case BEARER -> new Credentials.Bearer(reveal(access));
		};
	}

	private String reveal(ReplicaAccess access) {
		String name = Objects.requireNonNullElse(access.secretName(), "");
		return this.secrets.apply(name).orElseThrow(() -> Fault.conflict("delivery.secret-missing", name)).reveal();
	}

}
