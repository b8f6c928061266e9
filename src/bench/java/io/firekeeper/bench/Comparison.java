package io.firekeeper.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Two kinds of work in turns on the same machine, so that what else runs on it slows
 * both.
 */
final class Comparison {

	private final String name;

	private final List<Cost> ours = new ArrayList<>();

	private final List<Cost> theirs = new ArrayList<>();

	Comparison(String name) {
		this.name = name;
	}

	void measure(int pairs, CostOf our, CostOf their) throws Exception {
		for (int pair = 0; pair < pairs; pair++) {
			this.ours.add(our.measure());
			this.theirs.add(their.measure());
		}
	}

	/** Prints a row: medians of both, and the ratio of the pairs. */
	void print() {
		System.out.printf("| %s | %.3f | %.3f | %s | %.3f | %.3f | %s |%n", this.name,
				median(this.ours.stream().mapToDouble(Cost::seconds)),
				median(this.theirs.stream().mapToDouble(Cost::seconds)), ratios(Cost::seconds),
				median(this.ours.stream().mapToDouble(Cost::processorSeconds)),
				median(this.theirs.stream().mapToDouble(Cost::processorSeconds)), ratios(Cost::processorSeconds));
	}

	private String ratios(ToDoubleFunction<Cost> time) {
		List<Double> ratios = new ArrayList<>();
		for (int pair = 0; pair < this.ours.size(); pair++) {
			ratios.add(time.applyAsDouble(this.ours.get(pair)) / time.applyAsDouble(this.theirs.get(pair)));
		}
		return "%.3f, **%.3f**, %.3f".formatted(stream(ratios).min().orElseThrow(), median(stream(ratios)),
				stream(ratios).max().orElseThrow());
	}

	private static DoubleStream stream(List<Double> numbers) {
		return numbers.stream().mapToDouble(Double::doubleValue);
	}

	private static double median(DoubleStream numbers) {
		double[] sorted = numbers.sorted().toArray();
		return sorted[sorted.length / 2];
	}

	/** One measurement. */
	interface CostOf {

		Cost measure() throws Exception;

	}

}
