package io.firekeeper.rollouts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Divides replicas into waves. Pure: the same replicas and parameters, in any order, give
 * the same waves.
 */
final class Planner {

	private Planner() {
	}

	/**
	 * Plans the waves of a rollout.
	 * @return waves in order, none of them empty
	 */
	static List<PlannedWave> plan(Collection<PlannedStep> steps, Parameters parameters) {
		List<PlannedWave> waves = switch (parameters.strategy()) {
			case CANARY -> canary(clusters(steps));
			case ROLLING -> rolling(clusters(steps), parameters.sharePercent());
			case ALL_AT_ONCE -> List.of(wave(WaveKind.ALL, steps));
		};
		return waves.stream().filter((wave) -> !wave.steps().isEmpty()).toList();
	}

	private static List<PlannedWave> canary(Collection<List<PlannedStep>> clusters) {
		boolean pairs = clusters.stream().anyMatch((cluster) -> cluster.size() > 1);
		List<PlannedStep> first = clusters.stream()
			.filter((cluster) -> !pairs || cluster.size() > 1)
			.limit(pairs ? clusters.size() : 1)
			.map(List::getFirst)
			.toList();
		List<PlannedStep> rest = clusters.stream()
			.flatMap(List::stream)
			.filter((step) -> !first.contains(step))
			.toList();
		return List.of(wave(WaveKind.CANARY, first), wave(WaveKind.REST, rest));
	}

	private static List<PlannedWave> rolling(Collection<List<PlannedStep>> clusters, int sharePercent) {
		List<List<List<PlannedStep>>> shares = clusters.stream()
			.map((cluster) -> shares(cluster, sharePercent))
			.toList();
		int waves = shares.stream().mapToInt(List::size).max().orElse(0);
		return IntStream.range(0, waves)
			.mapToObj((index) -> wave(WaveKind.SHARE,
					shares.stream()
						.filter((cluster) -> index < cluster.size())
						.flatMap((cluster) -> cluster.get(index).stream())
						.toList()))
			.toList();
	}

	private static List<List<PlannedStep>> shares(List<PlannedStep> cluster, int sharePercent) {
		int wanted = Math.max(1, cluster.size() * sharePercent / 100);
		int size = (cluster.size() > 1) ? Math.min(wanted, cluster.size() - 1) : 1;
		List<List<PlannedStep>> shares = new ArrayList<>();
		for (int start = 0; start < cluster.size(); start += size) {
			shares.add(cluster.subList(start, Math.min(start + size, cluster.size())));
		}
		return shares;
	}

	private static Collection<List<PlannedStep>> clusters(Collection<PlannedStep> steps) {
		SortedMap<String, List<PlannedStep>> clusters = steps.stream()
			.sorted(Comparator.comparing(PlannedStep::replicaName))
			.collect(Collectors.groupingBy(PlannedStep::clusterName, TreeMap::new, Collectors.toList()));
		return clusters.values();
	}

	private static PlannedWave wave(WaveKind kind, Collection<PlannedStep> steps) {
		return new PlannedWave(kind,
				steps.stream()
					.sorted(Comparator.comparing(PlannedStep::clusterName).thenComparing(PlannedStep::replicaName))
					.toList());
	}

}
