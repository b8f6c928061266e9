package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Position;

/**
 * A route with what it has from its parents (prometheus/alertmanager
 * {@code dispatch/route.go}).
 *
 * @param path where it stands, such as {@code route.routes[0]}
 * @param position its place in the text
 * @param matchers which alerts it takes from its parent; all of them must be met
 * @param settings what happens to the alerts
 * @param continues whether its parent goes on looking after it took an alert
 * @param routes its children
 */
public record AlertRoute(String path, Position position, List<LabelMatcher> matchers, Settings settings,
		boolean continues, List<AlertRoute> routes) {

	public AlertRoute {
		matchers = List.copyOf(matchers);
		routes = List.copyOf(routes);
	}

	/** The routes that an alert with these labels ends at, in order; empty for none. */
	List<AlertRoute> match(Map<String, String> labels) {
		if (!this.matchers.stream().allMatch((matcher) -> matcher.matches(labels))) {
			return List.of();
		}
		List<AlertRoute> found = new ArrayList<>();
		for (AlertRoute child : this.routes) {
			List<AlertRoute> below = child.match(labels);
			found.addAll(below);
			if (!below.isEmpty() && !child.continues()) {
				break;
			}
		}
		return found.isEmpty() ? List.of(this) : found;
	}

	/**
	 * What happens to the alerts of a route. Durations are in milliseconds.
	 *
	 * @param receiver who is notified
	 * @param groupBy the labels by which alerts are grouped
	 * @param groupByAll whether they are grouped by all labels
	 * @param groupWait how long a new group waits
	 * @param groupInterval how long a group waits before new alerts of it are told
	 * @param repeatInterval how long until it is told again
	 * @param muteTimeIntervals the intervals in which it is mute
	 * @param activeTimeIntervals the intervals in which alone it is active
	 */
	public record Settings(String receiver, List<String> groupBy, boolean groupByAll, long groupWait,
			long groupInterval, long repeatInterval, List<String> muteTimeIntervals, List<String> activeTimeIntervals) {

		/** What a root route has that says nothing. */
		static final Settings DEFAULT = new Settings("", List.of(), false, 30_000, 300_000, 14_400_000, List.of(),
				List.of());

		public Settings {
			groupBy = List.copyOf(groupBy);
			muteTimeIntervals = List.copyOf(muteTimeIntervals);
			activeTimeIntervals = List.copyOf(activeTimeIntervals);
		}

	}

}
