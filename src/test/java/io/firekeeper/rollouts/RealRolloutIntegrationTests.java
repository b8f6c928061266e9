package io.firekeeper.rollouts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.testing.FleetFixture;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.ManagedPrometheus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rollouts on pairs of real Prometheus processes.
 */
@IntegrationTest
@Import({ RecordedHeads.class, RolloutFixture.class, FleetFixture.class, RealRolloutIntegrationTests.Impatience.class })
class RealRolloutIntegrationTests {

	private static final String MAIN = """
			global:
			  scrape_interval: 1s
			  evaluation_interval: 1s
			  external_labels: {cluster: eu, version: %s}
			rule_files:
			  - rules/*.yml
			scrape_configs:
			  - job_name: self
			    static_configs: [{targets: ['%s']}]
			""";

	private static final String RULES = """
			groups:
			  - name: self
			    rules:
			      - record: job:up:sum
			        expr: sum by (job) (up)
			""";

	@Autowired
	private RolloutFixture rollouts;

	@Autowired
	private FleetFixture fleet;

	@Autowired
	private Telemetry telemetry;

	@Autowired
	private EventLog events;

	@Autowired
	private Workers workers;

	@TempDir
	private Path workspace;

	private final Map<Replica, ManagedPrometheus> pair = new LinkedHashMap<>();

	@BeforeEach
	void startPair() throws IOException {
		this.workers.stop();
		Cluster cluster = this.fleet.cluster("real", Map.of());
		for (int index = 0; index < 2; index++) {
			Path place = Files.createDirectories(this.workspace.resolve("p" + index));
			ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", place);
			this.pair.put(this.fleet.replica(cluster, prometheus.url(), prometheus.target()), prometheus);
		}
	}

	@AfterEach
	void stopPair() {
		this.pair.forEach((replica, prometheus) -> {
			prometheus.close();
			this.fleet.remove(replica);
		});
	}

	@Test
	void whenACanaryGoesWellThenBothReplicasRunIt() {
		assertThat(deliver("first", RULES).state()).isEqualTo(RolloutState.SUCCEEDED);
		awaitTargets();
		Rollout rollout = deliver("second", RULES);
		assertThat(rollout.state()).as("%s", this.events.of(rollout.id())).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(rollout.steps()).extracting(Step::state).containsOnly(StepState.PROVEN);
		assertThat(rollout.wave(0).gate())
			.satisfies((gate) -> assertThat(gate.rows()).filteredOn((row) -> row.metric() == GateRow.Metric.TARGETS)
				.singleElement()
				.satisfies((row) -> assertThat(row.now()).isEqualTo(1.0)));
		this.pair.values().forEach((prometheus) -> assertThat(config(prometheus)).contains("version: second"));
	}

	@Test
	void whenAnExpressionIsBrokenThenTheCanaryIsBackAndProvenAndItsTwinWasNeverTouched() {
		assertThat(deliver("first", RULES).state()).isEqualTo(RolloutState.SUCCEEDED);
		Rollout rollout = deliver("second", RULES.replace("sum by", "summ by"));
		assertThat(rollout.state()).as("%s", this.events.of(rollout.id())).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.steps()).extracting(Step::state).containsExactly(StepState.ROLLED_BACK, StepState.QUEUED);
		assertThat(rollout.steps().getFirst().error())
			.satisfies((error) -> assertThat(error.arguments().get(1)).contains("failed to reload config"));
		this.pair.forEach((replica, prometheus) -> {
			assertThat(config(prometheus)).contains("version: first");
			assertThat(prometheus.process().get("/api/v1/rules")).contains("job:up:sum");
			assertThat(this.telemetry.lastProven(replica.id())).hasValueSatisfying(
					(proven) -> assertThat(proven.bundle().files().get("prometheus.yml")).contains("version: first"));
		});
	}

	@Test
	void whenTheVeryFirstRolloutFailsThenBothRunWhatTheirOperatorGaveThem() {
		String before = config(this.pair.values().iterator().next());
		Rollout rollout = deliver("first", RULES.replace("sum by", "summ by"));
		assertThat(rollout.state()).as("%s", this.events.of(rollout.id())).isEqualTo(RolloutState.ROLLED_BACK);
		this.pair.forEach((replica, prometheus) -> {
			assertThat(config(prometheus)).isEqualTo(before);
			assertThat(prometheus.root().resolve("current")).isSymbolicLink()
				.satisfies((link) -> assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("bootstrap")));
			assertThat(this.telemetry.lastProven(replica.id())).isEmpty();
		});
		assertThat(deliver("second", RULES).state()).isEqualTo(RolloutState.SUCCEEDED);
	}

	@Test
	void whenARuleFailsOnceItIsEvaluatedThenTheGateBringsTheCanaryBackWithItsWords() {
		assertThat(deliver("first", RULES).state()).isEqualTo(RolloutState.SUCCEEDED);
		awaitTargets();
		Rollout rollout = deliver("second", RULES.replace("sum by (job) (up)",
				"up * on () group_left () {__name__=~\"up|scrape_duration_seconds\"}"));
		assertThat(rollout.state()).as("%s", this.events.of(rollout.id())).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.wave(0).gate()).satisfies((gate) -> assertThat(gate.failures()).singleElement()
			.satisfies((row) -> assertThat(row.metric()).isEqualTo(GateRow.Metric.RULE_FAILURES)));
		assertThat(rollout.steps()).extracting(Step::state).containsExactly(StepState.ROLLED_BACK, StepState.QUEUED);
	}

	@Test
	void whenAReplicaDiesInTheMiddleThenItsWordsAreKeptAndItComesBackWhenRestarted() {
		assertThat(deliver("first", RULES).state()).isEqualTo(RolloutState.SUCCEEDED);
		Map.Entry<Replica, ManagedPrometheus> second = this.pair.entrySet().stream().skip(1).findFirst().orElseThrow();
		second.getValue().process().kill();
		Rollout started = start("second", RULES);
		CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> {
			awaitRollback(started, second.getKey());
			second.getValue().process().restart();
		});
		Rollout rollout = this.rollouts.drive(started);
		restart.join();
		assertThat(rollout.state()).as("%s", this.events.of(rollout.id())).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.stepOf(second.getKey().name()).error())
			.satisfies((error) -> assertThat(error.arguments().toString()).containsIgnoringCase("refused"));
		this.pair.values().forEach((prometheus) -> assertThat(config(prometheus)).contains("version: first"));
	}

	@Test
	void whenTheTargetOfAnUnchangedJobIsLostOnTheCanaryThenTheGateBringsItBack() {
		assertThat(deliver("first", RULES).state()).isEqualTo(RolloutState.SUCCEEDED);
		awaitTargets();
		Map<Replica, Bundle> bundles = new LinkedHashMap<>();
		this.pair.forEach((replica, prometheus) -> {
			Map<String, String> files = new LinkedHashMap<>(bundle("second", prometheus, RULES).files());
			files.compute("prometheus.yml", (path, text) -> Objects.requireNonNull(text)
				.replace("scrape_interval: 1s", "scrape_interval: 1s\n  body_size_limit: 1B"));
			bundles.put(replica, Bundle.of(files));
		});
		Rollout rollout = this.rollouts.drive(this.rollouts.start(bundles, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).as("%s", this.events.of(rollout.id())).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.wave(0).state()).isEqualTo(WaveState.FAILED);
		assertThat(rollout.steps()).extracting(Step::state).containsExactly(StepState.ROLLED_BACK, StepState.QUEUED);
	}

	private Rollout deliver(String version, String rules) {
		return this.rollouts.drive(start(version, rules));
	}

	private Rollout start(String version, String rules) {
		Map<Replica, Bundle> bundles = new LinkedHashMap<>();
		this.pair.forEach((replica, prometheus) -> bundles.put(replica, bundle(version, prometheus, rules)));
		return this.rollouts.start(bundles, Strategy.CANARY, OnFailure.ROLL_BACK);
	}

	private void awaitRollback(Rollout rollout, Replica replica) {
		await(() -> this.rollouts.now(rollout).stepOf(replica.name()).state() == StepState.ROLLING_BACK);
	}

	private static Bundle bundle(String version, ManagedPrometheus prometheus, String rules) {
		return Bundle.of(Map.of("prometheus.yml", MAIN.formatted(version, prometheus.url().getAuthority()),
				"rules/self.yml", rules));
	}

	private void awaitTargets() {
		await(() -> this.pair.keySet()
			.stream()
			.allMatch((replica) -> this.telemetry.gateReading(replica).targetsUp().getOrDefault("self", 0) > 0));
	}

	private static void await(BooleanSupplier condition) {
		Instant deadline = Instant.now().plusSeconds(120);
		while (!condition.getAsBoolean()) {
			assertThat(Instant.now()).isBefore(deadline);
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
	}

	private static String config(ManagedPrometheus prometheus) {
		return prometheus.process().get("/api/v1/status/config");
	}

	/**
	 * Short enough for a test, long enough for a real process.
	 */
	@TestConfiguration
	static class Impatience {

		@Bean
		@Primary
		Pace realPace() {
			return new Pace(Duration.ofMillis(200), Duration.ofMinutes(5), Duration.ofSeconds(3),
					Duration.ofSeconds(40), Duration.ofSeconds(8));
		}

	}

}
