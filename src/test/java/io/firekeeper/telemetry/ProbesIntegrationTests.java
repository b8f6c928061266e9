package io.firekeeper.telemetry;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.testing.FleetFixture;
import io.firekeeper.testing.HostileReplica;
import io.firekeeper.testing.HostileReplica.Behaviour;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.ManagedPrometheus;
import io.firekeeper.web.LiveUpdates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Probes of replicas that hang, drip and lie.
 */
@IntegrationTest
@Import(FleetFixture.class)
class ProbesIntegrationTests {

	private static final Duration DEADLINE = Duration.ofSeconds(4);

	private final List<HostileReplica> processes = new ArrayList<>();

	@Autowired
	private FleetFixture fixture;

	@Autowired
	private Fleet fleet;

	@Autowired
	private Probe probe;

	@Autowired
	private StatusBoard board;

	@Autowired
	private Clock clock;

	@Autowired
	private LiveUpdates live;

	@Autowired
	private Telemetry telemetry;

	@TempDir
	private Path workspace;

	@AfterEach
	void stop() {
		this.processes.forEach(HostileReplica::close);
	}

	@Test
	void whenHalfOfFortyReplicasHangThenTheOthersAreSeenMeanwhile() {
		List<Replica> healthy = replicas(20, Behaviour.PLAUSIBLE);
		List<Replica> hanging = replicas(20, Behaviour.HUNG);
		Probes probes = probes(Duration.ofMinutes(2));
		List<CompletableFuture<ReplicaStatus>> slow = begin(probes, hanging);
		assertThat(join(begin(probes, healthy)))
			.allSatisfy((status) -> assertThat(status.health()).isEqualTo(Health.HEALTHY));
		assertThat(slow).noneMatch(CompletableFuture::isDone);
		this.processes.forEach(HostileReplica::close);
		assertThat(join(slow)).allSatisfy((status) -> assertThat(status.health()).isEqualTo(Health.DOWN));
	}

	@Test
	void whenAReplicaHangsThenItIsNotAskedASecondTimeMeanwhile() {
		Replica replica = replicas(1, Behaviour.HUNG).getFirst();
		Probes probes = probes();
		List<CompletableFuture<ReplicaStatus>> asked = begin(probes, List.of(replica, replica, replica));
		assertThat(join(asked)).allSatisfy((status) -> assertThat(status.health()).isEqualTo(Health.DOWN));
		assertThat(this.processes.getFirst().requests("GET /-/ready")).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "SLOW_HEADERS", "SLOW_DRIP", "ENDLESS_BODY", "GZIP_BOMB", "BREAKS_OFF", "REDIRECTS",
			"HTML_PAGE", "WRONG_JSON", "BROKEN_JSON", "NOT_READY", "DOWN" })
	void whenAReplicaMisbehavesThenItIsDownWithinTheDeadline(Behaviour behaviour) {
		Replica replica = replicas(1, behaviour).getFirst();
		ReplicaStatus status = probes().begin(replica).join();
		assertThat(status.health()).isEqualTo(Health.DOWN);
		assertThat(status.config()).isEqualTo(Config.UNKNOWN);
		assertThat(status.targetsTotal()).isEqualTo(-1);
		assertThat(status.headSeries()).isNaN();
		assertThat(status.note()).isNotNull();
	}

	@Test
	void whenNeverProbedThenThereIsNoData() {
		ReplicaStatus status = this.telemetry.statusOf(UUID.randomUUID());
		assertThat(status.health()).isEqualTo(Health.NO_DATA);
		assertThat(status.config()).isEqualTo(Config.UNKNOWN);
		assertThat(status.firingAlerts()).isEqualTo(-1);
	}

	@Test
	void whenTheLastProbeIsOldThenThereIsNoData() {
		Replica replica = replicas(1, Behaviour.PLAUSIBLE).getFirst();
		StatusBoard later = new StatusBoard(Clock.offset(this.clock, Duration.ofSeconds(46)), properties(DEADLINE),
				this.live);
		ReplicaStatus seen = this.probe.of(replica);
		later.show(replica, seen);
		assertThat(seen.health()).isEqualTo(Health.HEALTHY);
		assertThat(later.statusOf(replica.id()).health()).isEqualTo(Health.NO_DATA);
		assertThat(later.statusOf(replica.id()).lastSeenAt()).isEqualTo(seen.lastSeenAt());
	}

	@Test
	void whenAReplicaIsRegisteredThenItIsProbedInTheBackground() throws InterruptedException {
		HostileReplica process = process(Behaviour.PLAUSIBLE);
		Cluster cluster = this.fixture.cluster("background", Map.of());
		Path root = ManagedPrometheus.prepare(this.workspace);
		Replica replica = this.fixture.replica(cluster, process.url(), ManagedPrometheus.targetAt(root));
		long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		while (this.telemetry.statusOf(replica.id()).health() != Health.HEALTHY && System.nanoTime() < end) {
			Thread.sleep(100);
		}
		assertThat(this.telemetry.statusOf(replica.id()).health()).isEqualTo(Health.HEALTHY);
		assertThat(this.fleet.replica(replica.name()).orElseThrow().prometheusVersion()).isEqualTo("3.5.0");
		this.fixture.remove(replica);
	}

	private Probes probes() {
		return probes(DEADLINE);
	}

	private Probes probes(Duration deadline) {
		return new Probes(this.probe, this.board, this.fleet, this.clock, properties(deadline));
	}

	private static TelemetryProperties properties(Duration deadline) {
		return new TelemetryProperties(Duration.ofSeconds(15), deadline, Duration.ofSeconds(1));
	}

	private List<Replica> replicas(int count, Behaviour behaviour) {
		List<Replica> replicas = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			HostileReplica process = process(behaviour);
			UUID id = UUID.randomUUID();
			replicas.add(new Replica(id, UUID.randomUUID(), "probe-" + id.toString().substring(0, 8), process.url(),
					new TreeMap<>(), ReplicaAccess.OPEN, ManagedPrometheus.targetAt(this.workspace), "3.5.0", 0));
		}
		return replicas;
	}

	private HostileReplica process(Behaviour behaviour) {
		HostileReplica process = HostileReplica.start();
		this.processes.add(process);
		this.fixture.open(process.url());
		process.behave(behaviour);
		return process;
	}

	private static List<CompletableFuture<ReplicaStatus>> begin(Probes probes, List<Replica> replicas) {
		return replicas.stream().map(probes::begin).toList();
	}

	private static List<ReplicaStatus> join(List<CompletableFuture<ReplicaStatus>> outcomes) {
		return outcomes.stream().map(CompletableFuture::join).toList();
	}

}
