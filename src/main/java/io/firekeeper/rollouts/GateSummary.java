package io.firekeeper.rollouts;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.firekeeper.rollouts.GateRow.Metric;
import io.firekeeper.rollouts.GateRow.Verdict;
import io.firekeeper.rollouts.RolloutView.GateView;
import io.firekeeper.rollouts.RolloutView.WaveView;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a wave's gate, over all its replicas.
 *
 * @param wave the number of the wave
 * @param metric which
 * @param threshold what it had to be
 * @param tone how it is to be read
 * @param before the sum before the wave, {@code null} when nothing was compared
 * @param now the sum now, {@code null} when nothing could be read
 * @param passed replicas that passed
 * @param replicas all replicas
 * @param notes why it failed, or was not compared
 */
record GateSummary(int wave, Metric metric, String threshold, String tone, @Nullable Long before, @Nullable Long now,
		long passed, int replicas, List<String> notes) {

	/** The gate that was read last. */
	static List<GateSummary> of(List<WaveView> waves) {
		return waves.reversed()
			.stream()
			.filter((wave) -> !wave.gate().isEmpty())
			.findFirst()
			.map(GateSummary::of)
			.orElse(List.of());
	}

	private static List<GateSummary> of(WaveView wave) {
		return Arrays.stream(Metric.values())
			.map((metric) -> wave.gate().stream().filter((row) -> row.metric() == metric).toList())
			.filter((rows) -> !rows.isEmpty())
			.map((rows) -> of(wave.number(), rows))
			.toList();
	}

	private static GateSummary of(int wave, List<GateView> rows) {
		GateView first = rows.getFirst();
		return new GateSummary(wave, first.metric(), first.threshold(), tone(rows), sum(rows, GateView::before),
				sum(rows, GateView::now), rows.stream().filter((row) -> row.verdict() == Verdict.PASSED).count(),
				rows.size(), rows.stream().map(GateView::note).filter(Objects::nonNull).distinct().toList());
	}

	private static String tone(List<GateView> rows) {
		if (rows.stream().anyMatch((row) -> row.verdict() == Verdict.FAILED)) {
			return "crit";
		}
		return rows.stream().anyMatch((row) -> row.verdict() == Verdict.NOT_COMPARED) ? "unk" : "ok";
	}

	private static @Nullable Long sum(List<GateView> rows, Function<GateView, @Nullable Double> value) {
		List<Double> values = rows.stream().map(value).filter(Objects::nonNull).toList();
		return values.isEmpty() ? null : Math.round(values.stream().mapToDouble(Double::doubleValue).sum());
	}

}
