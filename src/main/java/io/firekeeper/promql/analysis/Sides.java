package io.firekeeper.promql.analysis;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Cardinality;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.VectorMatching;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a matching.
 *
 * @param binary the operation
 * @param matching how its sides are matched
 */
record Sides(Binary binary, VectorMatching matching) {

	/** Why series of the two sides never meet, or null. */
	Outcome.@Nullable Dead contradiction(Outcome left, Outcome right) {
		if (this.matching.fillLeft() != null || this.matching.fillRight() != null) {
			return null;
		}
		for (String label : compared(left.labels(), right.labels())) {
			Fate mine = left.labels().of(label);
			Fate other = right.labels().of(label);
			if (mine.contradicts(other)) {
				return mine.hasOtherValueThan(other)
						? new Outcome.Dead(Outcome.Dead.Reason.DIFFERENT_VALUES, this.binary.operatorRange(),
								List.of(label, String.valueOf(mine.value()), String.valueOf(other.value())))
						: new Outcome.Dead(Outcome.Dead.Reason.LABEL_ON_ONE_SIDE, this.binary.operatorRange(),
								List.of(label, mine.isPresent() ? "left" : "right"));
			}
		}
		return null;
	}

	/** The labels of the results, from those of the many side and of the one side. */
	Labels labels(Labels many, Labels one) {
		boolean filled = this.matching.fillLeft() != null || this.matching.fillRight() != null;
		Labels labels = filled ? many.combine(one, Fate::or) : met(many, one);
		if (this.matching.cardinality() == Cardinality.ONE_TO_ONE) {
			return oneToOne(labels);
		}
		for (String label : this.matching.include()) {
			labels = labels.with(label, one.of(label).isAbsent()
					? Fate.absent(Fate.Reason.NOT_ON_OTHER_SIDE, this.binary.operatorRange()) : one.of(label));
		}
		return Matchings.keepsName(this.binary) ? labels.with(Matcher.METRIC_NAME, many.of(Matcher.METRIC_NAME))
				: labels.nameless(this.binary.range());
	}

	/** What is known of labels when the compared ones are equal. */
	private Labels met(Labels many, Labels one) {
		if (this.matching.on()) {
			Labels labels = many;
			for (String label : this.matching.labels()) {
				labels = labels.with(label, many.of(label).and(one.of(label)));
			}
			return labels;
		}
		Labels labels = many.combine(one, Fate::and);
		for (String label : this.matching.labels()) {
			labels = labels.with(label, many.of(label));
		}
		return labels.with(Matcher.METRIC_NAME, many.of(Matcher.METRIC_NAME));
	}

	private Labels oneToOne(Labels labels) {
		Labels kept = labels;
		if (this.matching.on()) {
			kept = kept.only(this.matching.labels(), Fate.Reason.NOT_IN_ON, this.binary.operatorRange());
		}
		else {
			for (String label : this.matching.labels()) {
				kept = kept.without(label, Fate.Reason.IN_IGNORING, this.binary.operatorRange());
			}
		}
		return Matchings.keepsName(this.binary) ? kept : kept.nameless(this.binary.range());
	}

	private Set<String> compared(Labels left, Labels right) {
		if (this.matching.on()) {
			return new TreeSet<>(this.matching.labels());
		}
		Set<String> names = new TreeSet<>(left.known().keySet());
		names.addAll(right.known().keySet());
		this.matching.labels().forEach(names::remove);
		names.remove(Matcher.METRIC_NAME);
		return names;
	}

}
