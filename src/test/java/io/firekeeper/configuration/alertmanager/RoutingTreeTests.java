package io.firekeeper.configuration.alertmanager;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTreeTests {

	private static final String CONFIGURATION_OF = """
			route: {receiver: usual, routes: [{receiver: special, %s}]}
			receivers: [{name: usual}, {name: special}]
			""";

	private static final String CONFIGURATION = """
			route:
			  receiver: default
			  group_by: [alertname]
			  repeat_interval: 1d
			  routes:
			    - matchers: [team="db"]
			      receiver: db
			      group_by: ['...']
			      group_wait: 1m
			      continue: true
			      routes:
			        - matchers: [severity=~"critical|page"]
			          group_interval: 10s
			          mute_time_intervals: [night]
			    - match: {severity: critical}
			      receiver: pager
			receivers: [{name: default}, {name: db}, {name: pager}]
			time_intervals: [{name: night, time_intervals: []}]
			""";

	@Test
	void whenARouteSaysNothingThenItHasWhatItsParentHas() {
		AlertRoute route = match(Map.of("team", "db", "severity", "page")).getFirst();
		assertThat(route.path()).isEqualTo("route.routes[0].routes[0]");
		assertThat(route.position()).isEqualTo(new Position(12, 11));
		assertThat(route.settings()).isEqualTo(new AlertRoute.Settings("db", List.of(), true, 60_000, 10_000,
				86_400_000, List.of("night"), List.of()));
	}

	@Test
	void whenARouteContinuesThenLaterOnesTakeTheAlertToo() {
		assertThat(receivers(Map.of("team", "db", "severity", "critical"))).containsExactly("db", "pager");
		assertThat(receivers(Map.of("severity", "critical"))).containsExactly("pager");
	}

	@Test
	void whenNoChildTakesAnAlertThenTheParentDoes() {
		assertThat(receivers(Map.of("team", "db"))).containsExactly("db");
		assertThat(receivers(Map.of())).containsExactly("default");
	}

	@Test
	void whenAConfigurationIsRefusedThenThereIsNoTree() {
		assertThat(RoutingTree.of(root("route: {}"), new TargetVersion(0, 28))).isNull();
	}

	@Test
	void whenGroupsOfARegexShareANameThenGoTakesIt() {
		String text = CONFIGURATION_OF.formatted("match_re: {a: '(?P<n>b)(?P<n>c)'}");
		assertThat(AlertmanagerSchema.read(text, AlertmanagerSchema.NEWEST).isAccepted()).isTrue();
		RoutingTree tree = Objects.requireNonNull(RoutingTree.of(root(text), AlertmanagerSchema.NEWEST));
		assertThat(tree.match(Map.of("a", "bc"))).extracting((route) -> route.settings().receiver())
			.containsExactly("special");
		String nested = CONFIGURATION_OF.formatted("matchers: ['a=~((b{1000}){1000}){1000}']");
		assertThat(AlertmanagerSchema.read(nested, AlertmanagerSchema.NEWEST).isAccepted()).isFalse();
	}

	private static List<String> receivers(Map<String, String> labels) {
		return match(labels).stream().map((route) -> route.settings().receiver()).toList();
	}

	private static List<AlertRoute> match(Map<String, String> labels) {
		return Objects.requireNonNull(RoutingTree.of(root(CONFIGURATION), new TargetVersion(0, 28))).match(labels);
	}

	private static YamlNode root(String text) {
		return Objects.requireNonNull(Yaml.read(text, Yaml.USER_LIMIT).root());
	}

}
