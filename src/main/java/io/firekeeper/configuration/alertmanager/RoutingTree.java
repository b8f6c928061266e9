package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;
import io.firekeeper.configuration.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * The routes of alertmanager.yml: who gets an alert, grouped how, and when.
 */
public final class RoutingTree {

	private static final String ALL = "...";

	private final AlertRoute root;

	private RoutingTree(AlertRoute root) {
		this.root = root;
	}

	/**
	 * The tree of a configuration, or null when the version refuses it.
	 */
	public static @Nullable RoutingTree of(YamlNode configuration, TargetVersion version) {
		List<Problem> problems = new ArrayList<>();
		TypedStruct loaded = AlertmanagerSchema.load(configuration, version, problems);
		boolean refused = problems.stream().anyMatch((problem) -> problem.isError());
		return (refused || !(loaded.get("route") instanceof TypedStruct root)) ? null
				: new RoutingTree(route(root, AlertRoute.Settings.DEFAULT, version));
	}

	/** The root of the tree: it takes every alert. */
	public AlertRoute root() {
		return this.root;
	}

	/** The routes that an alert with these labels ends at, in order. */
	public List<AlertRoute> match(Map<String, String> labels) {
		return this.root.match(labels);
	}

	private static AlertRoute route(TypedStruct route, AlertRoute.Settings parent, TargetVersion version) {
		AlertRoute.Settings settings = settings(route, parent);
		List<AlertRoute> children = route.structs("routes")
			.stream()
			.map((child) -> route(child, settings, version))
			.toList();
		return new AlertRoute(route.place().path().toString(), route.place().position(),
				LoadedMatchers.ofRoute(route, version), settings, route.flag("continue"), children);
	}

	private static AlertRoute.Settings settings(TypedStruct route, AlertRoute.Settings parent) {
		List<String> groups = texts(route, "group_by");
		boolean all = groups.contains(ALL);
		boolean given = !groups.isEmpty();
		return new AlertRoute.Settings(route.text("receiver").isEmpty() ? parent.receiver() : route.text("receiver"),
				all ? List.of() : given ? groups : parent.groupBy(), given ? all : parent.groupByAll(),
				milliseconds(route, "group_wait", parent.groupWait()),
				milliseconds(route, "group_interval", parent.groupInterval()),
				milliseconds(route, "repeat_interval", parent.repeatInterval()), texts(route, "mute_time_intervals"),
				texts(route, "active_time_intervals"));
	}

	private static long milliseconds(TypedStruct route, String key, long otherwise) {
		return route.isSet(key) ? PrometheusDuration.parse(route.text(key)).milliseconds() : otherwise;
	}

	private static List<String> texts(TypedStruct route, String key) {
		return route.items(key)
			.stream()
			.filter(TypedValue.Scalar.class::isInstance)
			.map((item) -> ((TypedValue.Scalar) item).text())
			.toList();
	}

}
