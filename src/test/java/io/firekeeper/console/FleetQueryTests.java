package io.firekeeper.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FleetQueryTests {

	private final List<ClusterRow> rows = List.of(row("calm", Health.HEALTHY, Map.of("env", "prod"), null),
			row("broken", Health.DOWN, Map.of("env", "prod"), null),
			row("silent", Health.NO_DATA, Map.of("env", "lab"), null),
			row("busy", Health.HEALTHY, Map.of("env", "lab"), Fact.of("info", "console.work.rolling-out", 3)),
			row("slow", Health.DEGRADED, Map.of("env", "prod"), null));

	@Test
	void whenNothingIsAskedForThenTheWorstComesFirst() {
		assertThat(names(new FleetQuery("", "", ""))).containsExactly("broken", "slow", "silent", "busy", "calm");
	}

	@Test
	void whenALabelIsAskedForThenOnlyItsClustersAreShown() {
		assertThat(names(new FleetQuery("env=lab", "", ""))).containsExactly("silent", "busy");
	}

	@Test
	void whenWordsAreAskedForThenAllMustMatch() {
		assertThat(names(new FleetQuery("env=prod s", "", ""))).containsExactly("slow");
	}

	@Test
	void whenAStateIsAskedForThenWorkOfHealthyClustersCounts() {
		assertThat(names(new FleetQuery("", "rolling-out", ""))).containsExactly("busy");
		assertThat(names(new FleetQuery("", "healthy", ""))).containsExactly("calm");
	}

	@Test
	void whenAColumnIsClickedAgainThenTheOrderTurns() {
		FleetQuery byName = new FleetQuery("", "", "name");
		assertThat(names(byName)).first().isEqualTo("broken");
		assertThat(byName.toggled("name")).isEqualTo("-name");
		assertThat(names(new FleetQuery("", "", "-name"))).first().isEqualTo("slow");
	}

	private List<String> names(FleetQuery query) {
		return query.apply(this.rows).stream().map((row) -> row.cluster().name()).toList();
	}

	private static ClusterRow row(String name, Health health, Map<String, String> labels, @Nullable Fact work) {
		Cluster cluster = new Cluster(UUID.randomUUID(), name, ClusterKind.PROMETHEUS, new TreeMap<>(labels), 0);
		return new ClusterRow(cluster, health, Facts.of(health), Fact.of("ok q", "console.config.in-sync"), work,
				List.of(), Double.NaN, -1, -1, -1, null);
	}

}
