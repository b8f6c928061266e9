package io.firekeeper.fleet;

import java.net.URI;
import java.util.Optional;

import io.firekeeper.identity.Actor;

/**
 * What the guard of outgoing traffic lets through. Implemented where it may be asked.
 */
public interface OutgoingAccess {

	/** The rule that is missing to reach this address; empty when it is reachable. */
	Optional<Proposal> missingFor(URI url);

	/** Adds the rule, audited. */
	void allow(Actor actor, Proposal proposal);

	/**
	 * A rule that would let an address through.
	 *
	 * @param url the address it is for
	 * @param rule the rule as people read and confirm it
	 */
	record Proposal(URI url, String rule) {
	}

}
