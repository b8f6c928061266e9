package io.firekeeper.egress;

import java.util.List;

/**
 * What an admin would have to open so that a host can be reached.
 *
 * @param host the host of the address
 * @param openings one for each of its addresses that no rule covers
 */
public record Proposal(String host, List<Opening> openings) {

	public Proposal {
		openings = List.copyOf(openings);
	}

}
