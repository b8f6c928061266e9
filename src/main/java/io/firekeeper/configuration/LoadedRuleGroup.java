package io.firekeeper.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A rule group as a replica reports it, in the terms of this module.
 *
 * @param file the path as the replica sees it
 * @param name its name
 * @param interval how often it is evaluated
 * @param limit 0 for no limit
 * @param rules in order
 */
public record LoadedRuleGroup(String file, String name, Duration interval, int limit, List<LoadedRule> rules) {

	/**
	 * A loaded rule.
	 *
	 * @param alerting whether it is an alerting rule
	 * @param name the alert's or the recorded series' name
	 * @param expression as the replica prints it
	 * @param duration {@code for}
	 * @param keepFiringFor {@code keep_firing_for}
	 * @param labels its labels; since 3.0 with those of the group
	 * @param annotations raw templates
	 */
	public record LoadedRule(boolean alerting, String name, String expression, Duration duration,
			Duration keepFiringFor, Map<String, String> labels, Map<String, String> annotations) {
	}

}
