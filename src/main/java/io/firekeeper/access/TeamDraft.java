package io.firekeeper.access;

import java.util.Map;

import io.firekeeper.faults.Fault;

/**
 * What a team is to become.
 *
 * @param displayName its name for people
 * @param clusters the labels a cluster must carry so that its policies may target it;
 * empty for every cluster
 */
record TeamDraft(String displayName, Map<String, String> clusters) {

	TeamDraft {
		displayName = Entered.text(displayName);
		clusters = Entered.labels(clusters);
	}

	/**
	 * Reads labels as people write them: {@code env=prod, region=eu}.
	 * @throws Fault of kind INVALID
	 */
	static TeamDraft parse(String displayName, String selector) {
		return new TeamDraft(displayName, SelectorText.parse(selector));
	}

}
