package io.firekeeper.promql.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.VectorMatching;
import org.jspecify.annotations.Nullable;

/**
 * What multiplies a matching: the labels in which series of one side may differ although
 * they meet the same series of the other. Where a side must be unique, such labels make
 * Prometheus refuse the query as soon as they do differ (prometheus/prometheus
 * {@code promql/engine.go}, {@code VectorBinop}).
 *
 * @param binary the operation
 * @param left its left side
 * @param right its right side
 */
public record Pairing(Binary binary, Side left, Side right) {

	/**
	 * That of an operation, or {@code null} when it does not match series to series one
	 * by one: with numbers and for set operators.
	 * @param outcomes what can come out of its parts
	 */
	public static @Nullable Pairing of(Binary binary, Outcomes outcomes) {
		VectorMatching matching = binary.matching();
		if (matching == null || binary.operator().isSetOperator()) {
			return null;
		}
		return new Pairing(binary,
				side(matching, outcomes.within(binary.left()), matching.cardinality() == Cardinality.MANY_TO_ONE),
				side(matching, outcomes.within(binary.right()), matching.cardinality() == Cardinality.ONE_TO_MANY));
	}

	private static Side side(VectorMatching matching, List<Outcome> outcomes, boolean many) {
		List<Labels> alive = outcomes.stream().filter((outcome) -> !outcome.isDead()).map(Outcome::labels).toList();
		Set<String> differing = new TreeSet<>();
		for (String label : candidates(matching, alive)) {
			if (mayDiffer(label, alive)) {
				differing.add(label);
			}
		}
		boolean others = matching.on() && alive.stream().anyMatch((labels) -> !labels.others().isAbsent());
		return new Side(differing, others, many);
	}

	/** The labels that are not compared, as far as they have names. */
	private static Set<String> candidates(VectorMatching matching, List<Labels> sides) {
		Set<String> candidates = new TreeSet<>(Set.of(Matcher.METRIC_NAME));
		if (matching.on()) {
			sides.forEach((labels) -> candidates.addAll(labels.known().keySet()));
			matching.labels().forEach(candidates::remove);
		}
		else {
			candidates.addAll(matching.labels());
		}
		return candidates;
	}

	private static boolean mayDiffer(String label, List<Labels> sides) {
		Set<String> values = new HashSet<>();
		for (Labels labels : sides) {
			Fate fate = labels.of(label);
			if (!fate.isAbsent() && fate.value() == null) {
				return true;
			}
			values.add(fate.isAbsent() ? "" : String.valueOf(fate.value()));
		}
		return values.size() > 1;
	}

	/**
	 * One side of a matching.
	 *
	 * @param differing the labels in which series may differ although they meet the same
	 * series, as far as they have names
	 * @param others whether they may differ in any other label
	 * @param many whether the matching allows it: else several are an error
	 */
	public record Side(Set<String> differing, boolean others, boolean many) {

		/** Whether it can be that several series meet the same one. */
		public boolean isMultiple() {
			return this.others || !this.differing.isEmpty();
		}

		/** Whether series that meet the same one may differ in a label. */
		public boolean mayDiffer(String label) {
			return this.others || this.differing.contains(label);
		}

	}

}
