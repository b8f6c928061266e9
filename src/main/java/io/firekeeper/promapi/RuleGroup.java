package io.firekeeper.promapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A group of {@code /api/v1/rules}.
 *
 * @param name its name
 * @param file the path of its file as the replica sees it
 * @param interval how often it is evaluated
 * @param limit the most series or alerts a rule may produce, 0 for no limit
 * @param rules in order
 */
public record RuleGroup(String name, String file, Duration interval, int limit, List<Rule> rules) {

	/**
	 * A rule as the replica loaded it.
	 *
	 * @param alerting whether it is an alerting rule
	 * @param name the alert's or the recorded series' name
	 * @param query the expression as the replica's version prints it
	 * @param duration {@code for}
	 * @param keepFiringFor {@code keep_firing_for}
	 * @param labels its labels; since 3.0 those of the group are merged in
	 * @param annotations raw templates
	 * @param health ok, err or unknown
	 * @param lastError the error of the last evaluation, empty when there is none
	 */
	public record Rule(boolean alerting, String name, String query, Duration duration, Duration keepFiringFor,
			Map<String, String> labels, Map<String, String> annotations, String health, String lastError) {
	}

}
