package io.firekeeper.rollouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.rollouts.SimulatedReplicas.Killed;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Drivers on a real database and a fleet that can be interrupted at every point.
 */
@IntegrationTest
@Import({ SimulatedFleet.class, RecordedHeads.class, RolloutFixture.class })
class DriverIntegrationTests {

	private static final Actor OPERATOR = TestActors.with("olga", Permission.ROLLOUT_OPERATE);

	@Autowired
	private RolloutFixture rollouts;

	@Autowired
	private SimulatedReplicas fleet;

	@Autowired
	private RecordedHeads heads;

	@Autowired
	private RolloutControl control;

	@Autowired
	private StepControl steps;

	@Autowired
	private EventLog events;

	@Autowired
	private Workers workers;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void driveByHand() {
		this.workers.stop();
		this.fleet.interruptBy((point) -> {
		});
	}

	@Test
	void whenEverythingWorksThenEveryReplicaIsProvenWaveByWave() {
		List<SimulatedReplica> replicas = this.fleet.cluster(3);
		List<String> order = new ArrayList<>();
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("pushed")) {
				synchronized (order) {
					order.add(point);
				}
			}
		});
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(rollout.steps()).extracting(Step::state).containsOnly(StepState.PROVEN);
		assertThat(rollout.waves()).extracting(Wave::state).containsOnly(WaveState.PASSED);
		assertThat(order).hasSize(3).first().isEqualTo("pushed " + replicas.getFirst().name());
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.running).isEqualTo(SimulatedReplicas.AFTER);
			assertThat(replica.proven)
				.satisfies((proven) -> assertThat(proven.revision()).isEqualTo(rollout.revision()));
			assertThat(replica.reloads).hasValue(1);
		});
		assertThat(this.heads.of(rollout.revision())).containsExactly("r" + rollout.revision() + " proven");
	}

	@Test
	void whenAStepIsTakenThenEachEffectHasItsIntentBeforeAndItsOutcomeAfterIt() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		Rollout started = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		List<String> seen = new ArrayList<>();
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("push ") || point.startsWith("reload ")) {
				seen.add(point.substring(0, point.indexOf(' ')) + " after " + lastAction(started));
			}
		});
		this.rollouts.drive(started);
		assertThat(seen).containsExactly("push after rollouts.delivery.intended",
				"reload after rollouts.reload.intended");
		assertThat(actions(started)).containsExactly("rollouts.started", "rollouts.wave-begun",
				"rollouts.delivery.intended", "rollouts.delivered", "rollouts.reload.intended", "rollouts.reloaded",
				"rollouts.step-proven", "rollouts.wave-soaking", "rollouts.gate-passed", "rollouts.succeeded");
	}

	@Test
	void whenReloadIsRefusedThenEverythingTouchedGoesBackAndIsProven() {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.steps()).extracting(Step::state).containsExactly(StepState.ROLLED_BACK, StepState.QUEUED);
		assertThat(rollout.steps().getFirst().error()).satisfies((error) -> assertThat(error.arguments())
			.containsExactly("500", "failed to reload config: parse error"));
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.disk).isEqualTo(SimulatedReplicas.BEFORE);
			assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
		});
		assertThat(replicas.getLast().pushes).hasValue(0);
		assertThat(this.heads.of(rollout.revision())).containsExactly("r" + rollout.revision() + " rolled back");
	}

	@Test
	void whenTheSecondWaveFailsThenTheFirstGoesBackToo() {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		replicas.getLast().keepsOldConfiguration = true;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.steps()).extracting(Step::state).containsOnly(StepState.ROLLED_BACK);
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
			assertThat(replica.proven).satisfies((proven) -> assertThat(proven.revision()).isEqualTo(1));
		});
	}

	@Test
	void whenTheDiskIsFullThenNothingWasChangedAndNothingIsMixed() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		replicas.getFirst().diskFull = true;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(replicas.getFirst().reloads).hasValue(0);
		assertThat(texts(rollout)).contains("rollouts.event.unchanged");
	}

	@Test
	void whenAReplicaDiesThenItIsMixedUntilAPersonRetriesAndItIsBack() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		this.fleet.interruptBy((point) -> replica.alive = replica.alive && !point.startsWith("reload "));
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.FAILED);
		assertThat(rollout.steps()).extracting(Step::state).containsExactly(StepState.MIXED);
		assertThat(replica.disk).isEqualTo(SimulatedReplicas.BEFORE);
		this.fleet.interruptBy((point) -> {
		});
		replica.alive = true;
		retry(rollout, replica.name());
		Rollout retried = this.rollouts.drive(rollout);
		assertThat(retried.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
		assertThat(this.heads.of(rollout.revision())).hasSize(1);
	}

	@Test
	void whenALaterRolloutChangedAMixedReplicaThenItIsNotBroughtBackToAnythingOlder() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		Rollout mixed = mixed(replicas);
		Rollout later = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(later.state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> retry(mixed, replicas.getFirst().name()))
			.satisfies((fault) -> {
				assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
				assertThat(fault.reason().key()).isEqualTo("rollouts.changed-since");
				assertThat(fault.reason().arguments()).contains(String.valueOf(later.number()));
			});
		assertThat(this.rollouts.now(mixed).state()).isEqualTo(RolloutState.FAILED);
		assertThat(this.rollouts.isDrivable(mixed)).isFalse();
		assertThat(replicas.getFirst().running).isEqualTo(SimulatedReplicas.AFTER);
	}

	@Test
	void whenALaterRolloutLeftAMixedReplicaOutThenItMayBeBroughtBack() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		String name = replicas.getFirst().name();
		Rollout mixed = mixed(replicas);
		Rollout later = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		skip(later, name, "mixed");
		this.rollouts.drive(later);
		retry(mixed, name);
		assertThat(this.rollouts.drive(mixed).state()).isEqualTo(RolloutState.ROLLED_BACK);
	}

	/** Ends mixed because the replica died; it lives again. */
	private Rollout mixed(List<SimulatedReplica> replicas) {
		SimulatedReplica replica = replicas.getFirst();
		this.fleet.interruptBy((point) -> replica.alive = replica.alive && !point.startsWith("reload "));
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.FAILED);
		this.fleet.interruptBy((point) -> {
		});
		replica.alive = true;
		return rollout;
	}

	@Test
	void whenTheFirstRolloutFailsThenWhatRanBeforeFirekeeperRunsAgain() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		replica.proven = null;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(replica.disk).isEqualTo(SimulatedReplicas.BEFORE);
		assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
		assertThat(replica.proven).isNull();
		assertThat(replica.reloads).hasValue(2);
		assertThat(actions(rollout)).containsSubsequence("rollouts.origin-kept", "rollouts.delivery.intended",
				"rollouts.step-failed", "rollouts.rollback.intended", "rollouts.step-rolled-back",
				"rollouts.rolled-back");
		assertThat(texts(rollout)).contains("rollouts.event.rolled-back-origin");
	}

	@Test
	void whenTheFirstRolloutIsRetriedThenWhatRanBeforeIsNotReadAgain() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		replica.proven = null;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.PAUSE));
		retry(rollout, replica.name());
		this.rollouts.drive(rollout);
		abort(rollout, "", OPERATOR);
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
		assertThat(texts(rollout)).containsOnlyOnce("rollouts.event.origin-kept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "push", "pushed", "reload", "restore", "restored", "prove" })
	void whenTheConsoleIsKilledInAFirstRolloutThenTheNextOneStillKnowsWhatRanBefore(String effect) {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		replica.proven = null;
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.ROLL_BACK);
		killAt(rollout, effect + " " + replica.name());
		assertThat(takeOver(rollout).state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(replica.disk).isEqualTo(SimulatedReplicas.BEFORE);
		assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
	}

	@Test
	void whenThereIsNothingToGoBackToThenItSaysSoAndKeepsWhatWasDelivered() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		replicas.getFirst().proven = null;
		replicas.getFirst().disk = null;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.FAILED);
		assertThat(rollout.steps().getFirst().error())
			.satisfies((error) -> assertThat(error.key()).isEqualTo("rollouts.failure.nothing-proven-before"));
		assertThat(texts(rollout)).contains("rollouts.event.origin-unknown");
	}

	@Test
	void whenAnUnchangedJobLosesTargetsThenTheGateFailsAndTheWaveGoesBack() {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		replicas.forEach((replica) -> replica.targetsUp.put("node", 4));
		this.fleet.interruptBy((point) -> {
			if (point.equals("reloaded " + replicas.getFirst().name())) {
				replicas.getFirst().targetsUp.put("node", 1);
			}
		});
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(rollout.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(rollout.wave(0).gate()).satisfies((gate) -> assertThat(gate.failures()).hasSize(1));
		assertThat(rollout.steps()).extracting(Step::state).containsExactly(StepState.ROLLED_BACK, StepState.QUEUED);
	}

	@Test
	void whenAFailedGatePausesThenResumeReadsItAgain() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("reloaded")) {
				replica.failingRules = Map.of("node: NodeDown", "many-to-many");
			}
		});
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.PAUSE));
		assertThat(rollout.state()).isEqualTo(RolloutState.PAUSED);
		assertThat(replica.running).isEqualTo(SimulatedReplicas.AFTER);
		replica.failingRules = Map.of();
		resume(rollout, OPERATOR);
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
	}

	@Test
	void whenAFailurePausesThenRetrySkipAndAbortDecide() {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		SimulatedReplica canary = replicas.getFirst();
		canary.diskFull = true;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.PAUSE));
		assertThat(rollout.state()).isEqualTo(RolloutState.PAUSED);
		retry(rollout, canary.name());
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.PAUSED);
		skip(rollout, canary.name(), "host is being replaced");
		Rollout done = this.rollouts.drive(rollout);
		assertThat(done.state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(done.steps()).extracting(Step::state).containsExactly(StepState.SKIPPED, StepState.PROVEN);
	}

	@Test
	void whenEveryReplicaIsSkippedThenNothingCountsAsProven() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		skip(rollout, replicas.getFirst().name(), "host is being replaced");
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(this.heads.of(rollout.revision())).containsExactly("r" + rollout.revision() + " rolled back");
	}

	@Test
	void whenAnotherRolloutHoldsTheClusterThenStartingIsRefusedByItsNumber() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		Rollout holder = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		assertThatExceptionOfType(Fault.class)
			.isThrownBy(() -> this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.PAUSE))
			.satisfies((fault) -> {
				assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT);
				assertThat(fault.reason().arguments()).contains(String.valueOf(holder.number()));
			});
		this.rollouts.drive(holder);
		assertThat(this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BEFORE, Strategy.CANARY, OnFailure.ROLL_BACK))
			.state()).isEqualTo(RolloutState.SUCCEEDED);
	}

	@Test
	void whenAPersonOperatesAnotherTeamThenNothingHappens() {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		Actor viewer = TestActors.with("vera", Permission.READ);
		Stream.<Runnable>of(() -> pause(rollout, viewer), () -> abort(rollout, "", viewer))
			.forEach((action) -> assertThatExceptionOfType(Fault.class).isThrownBy(action::run)
				.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.FORBIDDEN)));
		assertThat(this.rollouts.now(rollout).state()).isEqualTo(RolloutState.RUNNING);
		this.rollouts.drive(rollout);
	}

	@Test
	void whenSomethingWasDecidedSinceARolloutWasReadThenCommandsAreRefusedAndNothingChanges() {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		long read = this.rollouts.now(rollout).version();
		pause(rollout, OPERATOR);
		Stream
			.<Runnable>of(() -> this.control.pause(rollout.number(), read, OPERATOR),
					() -> this.control.resume(rollout.number(), read, OPERATOR),
					() -> this.control.abort(rollout.number(), read, "", OPERATOR))
			.forEach((action) -> assertThatExceptionOfType(Fault.class).isThrownBy(action::run).satisfies((fault) -> {
				assertThat(fault.kind()).isEqualTo(FaultKind.STALE);
				assertThat(fault.details()).extracting(Fault.Detail::message)
					.containsExactly(Message.of("rollouts.event.paused", "olga"));
			}));
		assertThat(this.rollouts.now(rollout).state()).isEqualTo(RolloutState.PAUSED);
		abort(rollout, "", OPERATOR);
		this.rollouts.drive(rollout);
	}

	@Test
	void whenAStepMovedOnSinceItWasReadThenItIsNeitherRetriedNorSkipped() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		replicas.getFirst().diskFull = true;
		String name = replicas.getFirst().name();
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.PAUSE));
		long read = this.rollouts.now(rollout).stepOf(name).version();
		retry(rollout, name);
		this.rollouts.drive(rollout);
		Stream
			.<Runnable>of(() -> this.steps.retry(rollout.number(), name, read, OPERATOR),
					() -> this.steps.skip(rollout.number(), name, read, "gone", OPERATOR))
			.forEach((action) -> assertThatExceptionOfType(Fault.class).isThrownBy(action::run)
				.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.STALE)));
		assertThat(this.rollouts.now(rollout).stepOf(name)).satisfies((step) -> {
			assertThat(step.state()).isEqualTo(StepState.FAILED);
			assertThat(step.attempt()).isEqualTo(2);
		});
		abort(rollout, "", OPERATOR);
		this.rollouts.drive(rollout);
	}

	@ParameterizedTest
	@ValueSource(strings = { "push", "pushed", "reload", "reloaded", "prove", "observed", "read" })
	void whenTheConsoleIsKilledOnTheWayForwardThenTheNextOneEndsTheRollout(String effect) {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		SimulatedReplica canary = replicas.getFirst();
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		killAt(rollout, effect + " " + canary.name());
		Rollout ended = takeOver(rollout);
		assertThat(ended.state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(ended.steps()).extracting(Step::state).containsOnly(StepState.PROVEN);
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.running).isEqualTo(SimulatedReplicas.AFTER);
			assertThat(replica.reloads).hasValue(1);
		});
		assertThat(canary.pushes).hasValue(effect.equals("pushed") ? 2 : 1);
		assertThat(this.heads.of(rollout.revision())).containsExactly("r" + rollout.revision() + " proven");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6 })
	void whenTheConsoleIsKilledOnTheWayBackThenTheNextOneEndsTheRollback(int which) {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.ROLL_BACK);
		AtomicInteger points = new AtomicInteger();
		AtomicBoolean back = new AtomicBoolean();
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("push ") && replica.reloads.get() > 0) {
				back.set(true);
			}
			if (back.get() && points.incrementAndGet() == which) {
				throw new Killed(point);
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> this.rollouts.drive(rollout));
		assertThat(this.rollouts.now(rollout).steps()).extracting(Step::state).containsExactly(StepState.ROLLING_BACK);
		Rollout ended = takeOver(rollout);
		assertThat(ended.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
		assertThat(this.heads.of(rollout.revision())).containsExactly("r" + rollout.revision() + " rolled back");
	}

	@Test
	void whenNobodyLookedUntilTheGatesTimeWasOverThenOneBadReadingDoesNotFailIt() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		Rollout rollout = unwatchedGate(replicas);
		AtomicInteger readings = new AtomicInteger();
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("read ") && readings.incrementAndGet() > 1) {
				replicas.getFirst().failingRules = Map.of();
			}
		});
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(readings).hasValue(2);
		assertThat(texts(rollout)).contains("rollouts.event.gate-watched-again");
	}

	@Test
	void whenTheGateStaysBadAfterSomebodyLooksAgainThenItFailsWhenItsTimeIsOver() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		Rollout ended = this.rollouts.drive(unwatchedGate(replicas));
		assertThat(ended.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(texts(ended)).containsOnlyOnce("rollouts.event.gate-watched-again");
		assertThat(replicas.getFirst().running).isEqualTo(SimulatedReplicas.BEFORE);
	}

	/**
	 * The console is killed at its first look at the gate, and a rule fails; an hour
	 * passes.
	 */
	private Rollout unwatchedGate(List<SimulatedReplica> replicas) {
		SimulatedReplica replica = replicas.getFirst();
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		AtomicBoolean reloaded = new AtomicBoolean();
		this.fleet.interruptBy((point) -> {
			reloaded.compareAndSet(false, point.startsWith("reloaded "));
			if (reloaded.get() && point.startsWith("read ")) {
				throw new Killed(point);
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> this.rollouts.drive(rollout));
		this.fleet.interruptBy((point) -> {
		});
		replica.failingRules = Map.of("node: NodeDown", "many-to-many");
		this.jdbc.sql("""
				update rollouts_wave set soak_until = soak_until - interval '1 hour',
					gate_until = gate_until - interval '1 hour' where rollout_id = :id""")
			.param("id", rollout.id())
			.update();
		this.rollouts.leaseRunsOut(rollout);
		return rollout;
	}

	@Test
	void whenTheFilesAreGoneAfterAnInterruptionThenTheyAreDeliveredAgain() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		killAt(rollout, "reload " + replica.name());
		replica.disk = SimulatedReplicas.BEFORE;
		assertThat(takeOver(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(replica.pushes).hasValue(2);
	}

	@Test
	void whenAConsoleHangsLongerThanItsLeaseThenItCanNeitherPushNorWrite() throws Exception {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		SimulatedReplica replica = replicas.getFirst();
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		CountDownLatch hanging = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		AtomicBoolean first = new AtomicBoolean(true);
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("push ") && first.getAndSet(false)) {
				hanging.countDown();
				await(goOn);
			}
		});
		Lease stale = this.rollouts.acquire(rollout);
		try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<?> hung = thread.submit(() -> this.rollouts.drive(stale));
			assertThat(hanging.await(60, TimeUnit.SECONDS)).isTrue();
			this.rollouts.leaseRunsOut(rollout);
			Rollout ended = this.rollouts.drive(rollout);
			assertThat(ended.state()).isEqualTo(RolloutState.SUCCEEDED);
			replica.disk = SimulatedReplicas.BEFORE;
			goOn.countDown();
			assertThat(hung).failsWithin(60, TimeUnit.SECONDS)
				.withThrowableOfType(java.util.concurrent.ExecutionException.class)
				.withCauseInstanceOf(LeaseLost.class);
			assertThat(replica.disk).isEqualTo(SimulatedReplicas.BEFORE);
			assertThat(replica.pushes).hasValue(1);
			assertThat(this.rollouts.now(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		}
	}

	@Test
	void whenOneConsoleDrivesThenAnotherDoesNotGetTheLease() {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		Lease lease = this.rollouts.acquire(rollout);
		assertThat(this.rollouts.isDrivable(rollout)).isFalse();
		this.rollouts.leaseRunsOut(rollout);
		Lease next = this.rollouts.acquire(rollout);
		assertThat(next.epoch()).isGreaterThan(lease.epoch());
		assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.rollouts.drive(lease));
		this.rollouts.drive(next);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 })
	void whenItIsPausedAtAnyPointThenResumeEndsIt(int which) {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		AtomicInteger points = new AtomicInteger();
		this.fleet.interruptBy((point) -> {
			if (points.incrementAndGet() == which) {
				pause(rollout, OPERATOR);
			}
		});
		Rollout paused = this.rollouts.drive(rollout);
		assertThat(paused.state()).isEqualTo(RolloutState.PAUSED);
		assertThat(paused.steps()).noneMatch((step) -> step.state().inFlight());
		assertThat(this.rollouts.isDrivable(rollout)).isFalse();
		resume(rollout, OPERATOR);
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.SUCCEEDED);
		assertThat(replicas).allMatch((replica) -> replica.reloads.get() == 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 })
	void whenItIsAbortedAtAnyPointThenEverythingTouchedGoesBack(int which) {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK);
		AtomicInteger points = new AtomicInteger();
		this.fleet.interruptBy((point) -> {
			if (points.incrementAndGet() == which) {
				abort(rollout, "wrong revision", OPERATOR);
			}
		});
		Rollout ended = this.rollouts.drive(rollout);
		assertThat(ended.state()).isEqualTo(RolloutState.ROLLED_BACK);
		assertThat(ended.steps()).extracting(Step::state).containsAnyOf(StepState.ROLLED_BACK, StepState.QUEUED);
		assertThat(replicas).allSatisfy((replica) -> {
			assertThat(replica.disk).isEqualTo(SimulatedReplicas.BEFORE);
			assertThat(replica.running).isEqualTo(SimulatedReplicas.BEFORE);
			assertThat(replica.proven).satisfies((proven) -> assertThat(proven.revision()).isEqualTo(1));
		});
		assertThat(this.heads.of(rollout.revision())).containsExactly("r" + rollout.revision() + " rolled back");
	}

	@Test
	void whenAbortRacesWithTheEndThenExactlyOneOfThemWins() throws Exception {
		for (int round = 0; round < 10; round++) {
			List<SimulatedReplica> replicas = this.fleet.cluster(1);
			Rollout rollout = this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.ALL_AT_ONCE,
					OnFailure.ROLL_BACK);
			CountDownLatch proven = new CountDownLatch(1);
			this.fleet.interruptBy((point) -> {
				if (point.startsWith("observed")) {
					proven.countDown();
				}
			});
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				Future<Boolean> aborted = threads.submit(() -> {
					proven.await();
					return abort(rollout);
				});
				Rollout ended = this.rollouts.drive(rollout);
				boolean won = aborted.get(60, TimeUnit.SECONDS);
				if (won && ended.state() != RolloutState.ROLLED_BACK) {
					ended = this.rollouts.drive(rollout);
				}
				assertThat(ended.state()).isEqualTo(won ? RolloutState.ROLLED_BACK : RolloutState.SUCCEEDED);
				assertThat(this.heads.of(rollout.revision())).hasSize(1);
				assertThat(replicas.getFirst().running)
					.isEqualTo(won ? SimulatedReplicas.BEFORE : SimulatedReplicas.AFTER);
			}
		}
	}

	private boolean abort(Rollout rollout) {
		try {
			abort(rollout, "", OPERATOR);
			return true;
		}
		catch (Fault ex) {
			assertThat(ex.kind()).isIn(FaultKind.CONFLICT, FaultKind.STALE);
			return false;
		}
	}

	private void pause(Rollout rollout, Actor actor) {
		this.control.pause(rollout.number(), this.rollouts.now(rollout).version(), actor);
	}

	private void resume(Rollout rollout, Actor actor) {
		this.control.resume(rollout.number(), this.rollouts.now(rollout).version(), actor);
	}

	private void abort(Rollout rollout, String reason, Actor actor) {
		this.control.abort(rollout.number(), this.rollouts.now(rollout).version(), reason, actor);
	}

	private void retry(Rollout rollout, String replica) {
		this.steps.retry(rollout.number(), replica, this.rollouts.now(rollout).stepOf(replica).version(), OPERATOR);
	}

	private void skip(Rollout rollout, String replica, String reason) {
		this.steps.skip(rollout.number(), replica, this.rollouts.now(rollout).stepOf(replica).version(), reason,
				OPERATOR);
	}

	private void killAt(Rollout rollout, String wanted) {
		AtomicBoolean killed = new AtomicBoolean();
		this.fleet.interruptBy((point) -> {
			if (point.equals(wanted) && killed.compareAndSet(false, true)) {
				throw new Killed(point);
			}
		});
		assertThatExceptionOfType(Killed.class).isThrownBy(() -> this.rollouts.drive(rollout));
	}

	private Rollout takeOver(Rollout rollout) {
		this.fleet.interruptBy((point) -> {
		});
		assertThat(this.rollouts.isDrivable(rollout)).isFalse();
		this.rollouts.leaseRunsOut(rollout);
		assertThat(this.rollouts.isDrivable(rollout)).isTrue();
		return this.rollouts.drive(rollout);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<String> texts(Rollout rollout) {
		return this.events.of(rollout.id()).stream().map((event) -> event.message().key()).toList();
	}

	private String lastAction(Rollout rollout) {
		return actions(rollout).getLast();
	}

	private List<String> actions(Rollout rollout) {
		return this.jdbc.sql("""
				select action from audit_entries where object_type = 'rollout' and object_id = :number
				order by seq""")
			.param("number", String.valueOf(rollout.number()))
			.query((row, number) -> row.getString("action"))
			.list();
	}

}
