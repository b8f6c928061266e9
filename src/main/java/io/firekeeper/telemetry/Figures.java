package io.firekeeper.telemetry;

import java.util.List;

import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.promapi.Target;

/**
 * What one probe of a replica that is up read.
 *
 * @param version its version, empty when unknown
 * @param reloadSuccessful whether its last reload succeeded
 * @param targets its active targets
 * @param rules its loaded rule groups
 * @param headSeries series in the head, NaN when unknown
 * @param firingAlerts alerts firing, -1 when unknown
 */
record Figures(String version, boolean reloadSuccessful, Answer<List<Target>> targets, Answer<List<RuleGroup>> rules,
		double headSeries, int firingAlerts) {

	private static final int UNKNOWN = -1;

	int targetsTotal() {
		return (this.targets instanceof Answer.Seen<List<Target>>(List<Target> all)) ? all.size() : UNKNOWN;
	}

	int targetsUp() {
		return count("up");
	}

	int targetsDown() {
		return count("down");
	}

	private int count(String health) {
		return (this.targets instanceof Answer.Seen<List<Target>>(List<Target> all))
				? (int) all.stream().filter((target) -> target.health().equals(health)).count() : UNKNOWN;
	}

}
