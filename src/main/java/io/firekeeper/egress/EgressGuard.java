package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.firekeeper.egress.EgressFailure.Cause;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Decides where a request may go. A host is resolved once here; whoever dials uses the
 * addresses of the answer and no others.
 */
@Component
class EgressGuard {

	private static final Set<String> SCHEMES = Set.of("http", "https");

	private final HostResolver resolver;

	private final AllowList allowList;

	private final OwnPorts ownPorts;

	EgressGuard(HostResolver resolver, AllowList allowList, OwnPorts ownPorts) {
		this.resolver = resolver;
		this.allowList = allowList;
		this.ownPorts = ownPorts;
	}

	/**
	 * Resolves and checks.
	 * @throws EgressFailure NOT_ALLOWED unless every address may be dialled
	 */
	Destination admit(URI uri) throws EgressFailure {
		Destination destination = resolve(uri);
		List<InetAddress> uncovered = uncoveredNow(uri, destination);
		if (!uncovered.isEmpty()) {
			throw notAllowed(uri, uncovered.getFirst().getHostAddress() + " port " + destination.port() + " ("
					+ destination.host() + ") is not on the egress allow list");
		}
		return destination;
	}

	private List<InetAddress> uncoveredNow(URI uri, Destination destination) throws EgressFailure {
		try {
			return uncovered(destination);
		}
		catch (DataAccessException ex) {
			throw notAllowed(uri, "the egress allow list cannot be read: the database does not answer");
		}
	}

	/** The addresses that no rule covers, of a destination that {@link #resolve} gave. */
	List<InetAddress> uncovered(Destination destination) {
		List<EgressRule> rules = this.allowList.rules();
		return destination.addresses()
			.stream()
			.filter((address) -> rules.stream()
				.noneMatch((rule) -> rule.covers(destination.scheme(), address, destination.port())))
			.toList();
	}

	/**
	 * Resolves, and refuses what no rule can open.
	 * @throws EgressFailure UNKNOWN_HOST or NOT_ALLOWED
	 */
	Destination resolve(URI uri) throws EgressFailure {
		refuseForm(uri);
		Destination destination = new Destination(Destination.scheme(uri), Destination.host(uri), Destination.port(uri),
				addresses(uri));
		for (InetAddress address : destination.addresses()) {
			Optional<String> refusal = refusal(address, destination.port());
			if (refusal.isPresent()) {
				throw notAllowed(uri, destination.host() + " is " + address.getHostAddress() + ": " + refusal.get());
			}
		}
		return destination;
	}

	private List<InetAddress> addresses(URI uri) throws EgressFailure {
		try {
			return this.resolver.resolve(Destination.host(uri));
		}
		catch (UnknownHostException ex) {
			throw new EgressFailure(Cause.UNKNOWN_HOST, uri, Destination.host(uri) + " does not resolve");
		}
	}

	private Optional<String> refusal(InetAddress address, int port) {
		if (this.ownPorts.include(address, port)) {
			return Optional.of("port " + port + " there belongs to this console or its database");
		}
		return AddressKind.neverDialled(address)
			.map((kind) -> kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
					+ " addresses are never dialled");
	}

	private static void refuseForm(URI uri) throws EgressFailure {
		if (uri.getScheme() == null || !SCHEMES.contains(Destination.scheme(uri))) {
			throw notAllowed(uri, "the address must begin with http:// or https://");
		}
		if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
			throw notAllowed(uri, "the address must not carry a user name or password");
		}
		if (uri.getHost() == null || Destination.port(uri) < 1 || Destination.port(uri) > 65535) {
			throw notAllowed(uri, "the address has no valid host name and port");
		}
	}

	private static EgressFailure notAllowed(URI uri, String why) {
		return new EgressFailure(Cause.NOT_ALLOWED, uri, why);
	}

}
