package io.firekeeper.rollouts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.testing.FleetFixture;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.ManagedPrometheus;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replicas that catch up by themselves, on real Prometheus processes.
 */
@IntegrationTest
@Import({ RolloutFixture.class, FleetFixture.class, MainJob.class, CatchUpIntegrationTests.Impatience.class })
class CatchUpIntegrationTests {

	private static final Actor OPERATOR = TestActors.with("olga", Permission.READ, Permission.ROLLOUT_OPERATE);

	@Autowired
	private RolloutFixture rollouts;

	@Autowired
	private FleetFixture fleet;

	@Autowired
	private MainJob job;

	@Autowired
	private StepControl steps;

	@Autowired
	private RolloutControl control;

	@Autowired
	private Rollouts stored;

	@Autowired
	private CatchUps catchUps;

	@Autowired
	private CatchUpStart start;

	@Autowired
	private Stragglers stragglers;

	@Autowired
	private Telemetry telemetry;

	@Autowired
	private Workers workers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@TempDir
	private Path workspace;

	private Cluster cluster;

	private final List<Replica> replicas = new ArrayList<>();

	private final List<ManagedPrometheus> processes = new ArrayList<>();

	@BeforeEach
	void startOne() throws IOException {
		this.workers.stop();
		this.catchUps.stop();
		this.cluster = this.fleet.cluster("catch-up", Map.of());
		register();
	}

	@AfterEach
	void stopAll() {
		this.processes.forEach(ManagedPrometheus::close);
		this.replicas.forEach(this.fleet::remove);
	}

	@Test
	void whenAReplicaIsNewThenItCatchesUpOnce() throws IOException {
		deliver("1s", 0);
		register();
		await(1, Health.HEALTHY);
		Rollout rollout = catchUp();
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(config(1)).contains("scrape_interval: 1s");
		assertThat(reasons(rollout)).first().asString().contains("is new and catches up to r");
		assertNothingMore();
	}

	@Test
	void whenAReplicaWasLeftOutWhileDownThenItCatchesUpWhenItAnswersAgain() throws IOException {
		register();
		deliver("1s", 0);
		this.processes.get(1).process().kill();
		await(1, Health.DOWN);
		Rollout without = this.job.start(this.cluster, "2s", 1);
		skip(without, 1);
		assertThat(this.rollouts.drive(without).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertNothingMore();
		assertThat(page(1)).contains("was left out of rollout " + without.number());
		this.processes.get(1).process().restart();
		await(1, Health.HEALTHY);
		Rollout rollout = catchUp();
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(config(1)).contains("scrape_interval: 2s");
		assertThat(rollout.startedBy()).isEqualTo(Actor.SYSTEM.name());
		assertThat(page(1)).doesNotContain("was left out of rollout");
		assertNothingMore();
	}

	@Test
	void whenAReplicaEndedMixedThenItCatchesUpOnceItWasRestarted() throws IOException {
		register();
		deliver("1s", 0);
		this.processes.get(1).process().kill();
		Rollout mixed = this.rollouts.drive(this.job.start(this.cluster, "2s", 1));
		assertThat(mixed.state()).isEqualTo(RolloutState.FAILED);
		await(1, Health.DOWN);
		assertNothingMore();
		assertThat(page(1)).contains("could not bring " + this.replicas.get(1).name() + " back");
		this.processes.get(1).process().restart();
		await(1, Health.HEALTHY);
		Rollout rollout = catchUp();
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(config(1)).contains("scrape_interval: 1s");
		assertNothingMore();
	}

	@Test
	void whenACatchUpFailsThenItStaysVisibleAndIsNotTriedAgain() throws IOException {
		register();
		deliver("1s", 0);
		this.processes.get(1).process().kill();
		await(1, Health.DOWN);
		Rollout without = this.job.start(this.cluster, "2s", 1);
		skip(without, 1);
		this.rollouts.drive(without);
		Path current = this.processes.get(1).root().resolve("current");
		this.processes.get(1).process().restart();
		await(1, Health.HEALTHY);
		Rollout rollout = catchUp();
		Path destination = Files.readSymbolicLink(current);
		Files.delete(current);
		Files.createDirectory(current);
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.FAILED);
		Files.delete(current);
		Files.createSymbolicLink(current, destination);
		assertNothingMore();
		assertThat(page(1)).contains("could not catch up in rollout " + rollout.number());
	}

	@Test
	void whenAPausedRolloutHoldsTheClusterThenNobodyCatchesUp() throws IOException {
		deliver("1s", 0);
		Rollout paused = this.job.start(this.cluster, "2s", 1);
		this.control.pause(paused.number(), this.rollouts.now(paused).version(), OPERATOR);
		register();
		await(1, Health.HEALTHY);
		assertNothingMore();
		this.control.abort(paused.number(), this.rollouts.now(paused).version(), "", OPERATOR);
		this.rollouts.drive(paused);
		assertThat(this.stragglers.find()).singleElement()
			.satisfies((straggler) -> assertThat(straggler.reason()).isEqualTo(CatchUpReason.NEW));
	}

	@Test
	void whenCatchingUpIsSwitchedOffThenNobodyDoes() throws IOException {
		deliver("1s", 0);
		register();
		await(1, Health.HEALTHY);
		assertThat(this.stragglers.find()).hasSize(1);
		new CatchUps(this.stragglers, this.start, new RolloutProperties(false)).look();
		assertThat(this.job.kinds(this.cluster)).containsExactly("DELIVER");
	}

	@Test
	void whenTwoConsolesSeeTheSameReplicaThenOneStartsItsCatchUp() throws IOException {
		deliver("1s", 0);
		register();
		await(1, Health.HEALTHY);
		List<Straggler> seen = this.stragglers.find();
		this.rollouts.drive(catchUp());
		assertThat(seen).hasSize(1);
		this.catchUps.catchUp(seen.getFirst());
		assertThat(this.job.kinds(this.cluster)).containsExactly("CATCH_UP", "DELIVER");
	}

	private void deliver(String interval, int baseVersion) {
		Rollout rollout = this.rollouts.drive(this.job.start(this.cluster, interval, baseVersion));
		assertThat(rollout.state()).as("%s", reasons(rollout)).isEqualTo(RolloutState.SUCCEEDED);
	}

	private void skip(Rollout rollout, int index) {
		String name = this.replicas.get(index).name();
		this.steps.skip(rollout.number(), name, this.rollouts.now(rollout).stepOf(name).version(), "it is down",
				OPERATOR);
	}

	/** The rollout that a look starts. */
	private Rollout catchUp() {
		int before = this.job.kinds(this.cluster).size();
		this.catchUps.look();
		assertThat(this.job.kinds(this.cluster)).hasSize(before + 1).first().isEqualTo("CATCH_UP");
		long number = this.jdbc.sql("select max(number) from rollouts_rollout").query(Long.class).single();
		return this.stored.findByNumber(number).orElseThrow();
	}

	private void assertNothingMore() {
		int before = this.job.kinds(this.cluster).size();
		this.catchUps.look();
		assertThat(this.job.kinds(this.cluster)).hasSize(before);
	}

	private void register() throws IOException {
		Path place = Files.createDirectories(this.workspace.resolve("p" + this.processes.size()));
		ManagedPrometheus process = ManagedPrometheus.start("3.5", place);
		this.processes.add(process);
		this.replicas.add(this.fleet.replica(this.cluster, process.url(), process.target()));
	}

	private void await(int index, Health health) {
		Instant deadline = Instant.now().plusSeconds(30);
		while (this.telemetry.probe(this.replicas.get(index)).health() != health) {
			assertThat(Instant.now()).isBefore(deadline);
		}
	}

	private String config(int index) {
		return this.processes.get(index).process().get("/api/v1/status/config");
	}

	private String page(int index) {
		try {
			return this.mvc.get()
				.uri("/replicas/" + this.replicas.get(index).name())
				.with(SignedIn.as(OPERATOR))
				.exchange()
				.getResponse()
				.getContentAsString();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private List<String> reasons(Rollout rollout) {
		return this.jdbc
			.sql("""
					select reason from audit_entries where object_type = 'rollout' and object_id = :id and reason is not null
					order by seq""")
			.param("id", String.valueOf(rollout.number()))
			.query((row, number) -> row.getString("reason"))
			.list();
	}

	/**
	 * Short enough for a test, long enough for a real process.
	 */
	@TestConfiguration
	static class Impatience {

		@Bean
		@Primary
		Pace shortPace() {
			return new Pace(Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(1),
					Duration.ofSeconds(8));
		}

	}

}
