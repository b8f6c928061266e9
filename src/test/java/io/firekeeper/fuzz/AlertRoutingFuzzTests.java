package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.alertmanager.AlertRoute;
import io.firekeeper.configuration.alertmanager.AlertmanagerComparison;
import io.firekeeper.configuration.alertmanager.AlertmanagerSchema;
import io.firekeeper.configuration.alertmanager.RoutingTree;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any text as alertmanager.yml that is to route alerts and to be compared. */
class AlertRoutingFuzzTests {

	private static final String DIRECTORY = "/etc/alertmanager";

	@MethodSource("io.firekeeper.fuzz.Seeds#alertmanagerFiles")
	@FuzzTest
	void whenAConfigurationIsAcceptedThenEveryAlertHasARouteAndPrintingChangesNoComparison(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		for (TargetVersion version : List.of(AlertmanagerSchema.OLDEST, AlertmanagerSchema.NEWEST)) {
			Bounds.hold(() -> check(text, version));
		}
	}

	private static void check(String text, TargetVersion version) {
		Yaml.Reading reading = AlertmanagerSchema.read(text, version);
		if (reading.root() == null || !reading.isAccepted()) {
			return;
		}
		YamlNode root = reading.root();
		RoutingTree tree = Objects.requireNonNull(RoutingTree.of(root, version), "was accepted");
		assertThat(tree.match(Map.of())).isNotEmpty().allSatisfy(AlertRoutingFuzzTests::assertComplete);
		Map<String, String> labels = new HashMap<>();
		collect(tree.root(), labels);
		assertThat(tree.match(labels)).isNotEmpty().allSatisfy(AlertRoutingFuzzTests::assertComplete);
		assertThat(AlertmanagerComparison.of(Yaml.print(root), text, DIRECTORY, version))
			.isEqualTo(AlertmanagerComparison.of(text, text, DIRECTORY, version));
	}

	private static void assertComplete(AlertRoute route) {
		assertThat(route.settings().receiver()).isNotEmpty();
		assertThat(route.settings().groupInterval()).isPositive();
		assertThat(route.settings().repeatInterval()).isPositive();
	}

	private static void collect(AlertRoute route, Map<String, String> labels) {
		route.matchers().forEach((matcher) -> labels.put(matcher.name(), matcher.value()));
		route.routes().forEach((child) -> collect(child, labels));
	}

}
