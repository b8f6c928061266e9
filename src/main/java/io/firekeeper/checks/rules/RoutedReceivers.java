package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.configuration.alertmanager.AlertRoute;
import io.firekeeper.configuration.alertmanager.LabelMatcher;
import io.firekeeper.configuration.alertmanager.RoutingTree;
import org.jspecify.annotations.Nullable;

/**
 * The receivers of an alertmanager.yml. A receiver without any integration notifies
 * nobody.
 */
final class RoutedReceivers implements AlertReceivers {

	private final AlertRoute root;

	private final Set<String> mute;

	private RoutedReceivers(AlertRoute root, Set<String> mute) {
		this.root = root;
		this.mute = mute;
	}

	/** Those of a configuration; nothing is known when the version refuses it. */
	static AlertReceivers of(YamlMapping configuration, TargetVersion version) {
		RoutingTree tree = RoutingTree.of(configuration, version);
		return (tree != null) ? new RoutedReceivers(tree.root(), mute(configuration)) : UNKNOWN;
	}

	private static Set<String> mute(YamlMapping configuration) {
		Set<String> mute = new HashSet<>();
		for (YamlMapping receiver : RuleFile.mappings(configuration.get("receivers"))) {
			boolean integrated = receiver.entries()
				.stream()
				.anyMatch((entry) -> entry.value() instanceof YamlSequence list && !list.items().isEmpty());
			YamlScalar name = Rule.scalar(receiver, "name");
			if (name != null && !integrated) {
				mute.add(name.text());
			}
		}
		return mute;
	}

	@Override
	public @Nullable Boolean notifies(Map<String, @Nullable String> labels) {
		return ends(this.root, labels).stream().anyMatch((route) -> !this.mute.contains(route.settings().receiver()));
	}

	@Override
	public Set<String> routedBy() {
		Set<String> labels = new TreeSet<>();
		collect(this.root, labels);
		return labels;
	}

	private static void collect(AlertRoute route, Set<String> labels) {
		route.matchers().stream().map(LabelMatcher::name).forEach(labels::add);
		route.routes().forEach((child) -> collect(child, labels));
	}

	/** The routes that an alert which gets here may end at. */
	private static List<AlertRoute> ends(AlertRoute route, Map<String, @Nullable String> labels) {
		List<AlertRoute> ends = new ArrayList<>();
		boolean taken = false;
		for (AlertRoute child : route.routes()) {
			if (mayTake(child, labels)) {
				ends.addAll(ends(child, labels));
				boolean takes = surelyTakes(child, labels);
				taken |= takes;
				if (takes && !child.continues()) {
					break;
				}
			}
		}
		if (!taken) {
			ends.add(route);
		}
		return ends;
	}

	private static boolean mayTake(AlertRoute route, Map<String, @Nullable String> labels) {
		return route.matchers()
			.stream()
			.allMatch((matcher) -> !(labels.get(matcher.name()) instanceof String value)
					|| matcher.matches(Map.of(matcher.name(), value)));
	}

	private static boolean surelyTakes(AlertRoute route, Map<String, @Nullable String> labels) {
		return route.matchers()
			.stream()
			.allMatch((matcher) -> labels.get(matcher.name()) instanceof String value
					&& matcher.matches(Map.of(matcher.name(), value)));
	}

}
