package io.firekeeper.checks.rules;

import java.util.Set;

import io.firekeeper.promql.Call;

/**
 * What Prometheus itself defines and several checks know by name.
 */
final class Builtins {

	private static final Set<String> ABSENCE = Set.of("absent", "absent_over_time");

	private static final Set<String> OF_ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

	private Builtins() {
	}

	/** Whether a function gives something when there is nothing. */
	static boolean isAbsence(Call call) {
		return ABSENCE.contains(call.function().name());
	}

	/** Whether Prometheus makes a series of the state of alerts. */
	static boolean isOfAlerts(String metric) {
		return OF_ALERTS.contains(metric);
	}

}
