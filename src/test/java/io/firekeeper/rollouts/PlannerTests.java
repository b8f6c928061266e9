package io.firekeeper.rollouts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTests {

	@Test
	void whenCanaryThenOneReplicaOfEachPairGoesFirst() {
		assertThat(plan(Strategy.CANARY, 25, cluster("eu", 2), cluster("us", 3))).isEqualTo("""
				CANARY eu-0 us-0
				REST eu-1 us-1 us-2
				""");
	}

	@Test
	void whenAClusterHasNoTwinThenItsOnlyReplicaWaitsForTheCanariesOfOthers() {
		assertThat(plan(Strategy.CANARY, 25, cluster("eu", 2), cluster("us", 1))).isEqualTo("""
				CANARY eu-0
				REST eu-1 us-0
				""");
	}

	@Test
	void whenNoClusterHasATwinThenTheFirstClusterIsTheCanary() {
		assertThat(plan(Strategy.CANARY, 25, cluster("us", 1), cluster("ap", 1), cluster("eu", 1))).isEqualTo("""
				CANARY ap-0
				REST eu-0 us-0
				""");
	}

	@Test
	void whenOneReplicaIsAllThenThereIsOneWave() {
		assertThat(plan(Strategy.CANARY, 25, cluster("us", 1))).isEqualTo("CANARY us-0\n");
	}

	@Test
	void whenRollingThenEachClusterIsTakenByShare() {
		assertThat(plan(Strategy.ROLLING, 50, cluster("eu", 4), cluster("us", 1))).isEqualTo("""
				SHARE eu-0 eu-1 us-0
				SHARE eu-2 eu-3
				""");
	}

	@Test
	void whenRollingAllAtOnceThenOneReplicaOfAClusterStillStays() {
		assertThat(plan(Strategy.ROLLING, 100, cluster("eu", 3), cluster("us", 2))).isEqualTo("""
				SHARE eu-0 eu-1 us-0
				SHARE eu-2 us-1
				""");
	}

	@Test
	void whenAllAtOnceThenThereIsOneWave() {
		assertThat(plan(Strategy.ALL_AT_ONCE, 25, cluster("eu", 2), cluster("us", 1)))
			.isEqualTo("ALL eu-0 eu-1 us-0\n");
	}

	@Test
	void whenNothingIsToBeDeliveredThenThereIsNoWave() {
		assertThat(Planner.plan(List.of(), parameters(Strategy.CANARY, 25))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10, 25, 33, 50, 99, 100 })
	void whenRollingThenEveryReplicaIsInExactlyOneWaveAndNoPairGoesTogether(int share) {
		List<PlannedStep> fleet = Stream.of(cluster("a", 1), cluster("b", 2), cluster("c", 3), cluster("d", 17))
			.flatMap(List::stream)
			.toList();
		List<PlannedWave> waves = Planner.plan(fleet, parameters(Strategy.ROLLING, share));
		assertThat(waves.stream().flatMap((wave) -> wave.steps().stream())).containsExactlyInAnyOrderElementsOf(fleet);
		assertThat(waves)
			.noneMatch((wave) -> holdsAll(wave, "b", 2) || holdsAll(wave, "c", 3) || holdsAll(wave, "d", 17));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whenReplicasComeInAnotherOrderThenThePlanIsTheSame(long seed) {
		List<PlannedStep> fleet = new ArrayList<>(
				Stream.of(cluster("a", 4), cluster("b", 2), cluster("c", 5)).flatMap(List::stream).toList());
		for (Strategy strategy : Strategy.values()) {
			List<PlannedWave> expected = Planner.plan(fleet, parameters(strategy, 30));
			List<PlannedStep> shuffled = new ArrayList<>(fleet);
			Collections.shuffle(shuffled, new Random(seed));
			assertThat(Planner.plan(shuffled, parameters(strategy, 30))).isEqualTo(expected);
		}
	}

	private static boolean holdsAll(PlannedWave wave, String cluster, int size) {
		return wave.steps().stream().filter((step) -> step.clusterName().equals(cluster)).count() == size;
	}

	@SafeVarargs
	private static String plan(Strategy strategy, int share, List<PlannedStep>... clusters) {
		List<PlannedStep> steps = Stream.of(clusters).flatMap(List::stream).toList();
		return Planner.plan(steps, parameters(strategy, share))
			.stream()
			.map((wave) -> wave.kind()
					+ wave.steps().stream().map((step) -> " " + step.replicaName()).collect(Collectors.joining())
					+ "\n")
			.collect(Collectors.joining());
	}

	private static Parameters parameters(Strategy strategy, int share) {
		return Parameters.of(strategy, share, 0, OnFailure.ROLL_BACK);
	}

	private static List<PlannedStep> cluster(String name, int replicas) {
		UUID clusterId = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		return IntStream.range(0, replicas)
			.mapToObj((index) -> new PlannedStep(new UUID(clusterId.getMostSignificantBits(), index),
					name + "-" + index, clusterId, name))
			.toList();
	}

}
