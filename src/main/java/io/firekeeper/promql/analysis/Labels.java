package io.firekeeper.promql.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.Range;

/**
 * The labels of the series that come out.
 *
 * @param known what is known about labels by name
 * @param others what is known about all others
 */
public record Labels(Map<String, Fate> known, Fate others) {

	public Labels {
		known = Map.copyOf(known);
	}

	/** Whatever labels a metric has. */
	static Labels any() {
		return new Labels(Map.of(), Fate.POSSIBLE);
	}

	static Labels none(Fate.Reason reason, Range range) {
		return new Labels(Map.of(), Fate.absent(reason, range));
	}

	/** What is known about a label. */
	public Fate of(String label) {
		return this.known.getOrDefault(label, this.others);
	}

	/** The labels that may be there, as far as they have names. */
	public Set<String> named() {
		Set<String> names = new TreeSet<>();
		this.known.forEach((name, fate) -> {
			if (!fate.isAbsent()) {
				names.add(name);
			}
		});
		return names;
	}

	/** Whether no label but {@code __name__} can be there. */
	boolean isEmpty() {
		return this.others.isAbsent() && this.known.entrySet()
			.stream()
			.allMatch((entry) -> entry.getValue().isAbsent() || entry.getKey().equals(Matcher.METRIC_NAME));
	}

	Labels with(String label, Fate fate) {
		Map<String, Fate> changed = new HashMap<>(this.known);
		changed.put(label, fate);
		return new Labels(changed, this.others);
	}

	/** Without a label, for a reason; one that was absent keeps its own. */
	Labels without(String label, Fate.Reason reason, Range range) {
		return of(label).isAbsent() ? this : with(label, Fate.absent(reason, range));
	}

	/** Without the metric's name, which computing drops. */
	Labels nameless(Range range) {
		return without(Matcher.METRIC_NAME, Fate.Reason.NAME_DROPPED, range);
	}

	/** Only these labels, the others absent for a reason. */
	Labels only(Iterable<String> labels, Fate.Reason reason, Range range) {
		Fate gone = Fate.absent(reason, range);
		Map<String, Fate> kept = new HashMap<>();
		this.known.forEach((name, fate) -> kept.put(name, fate.isAbsent() ? fate : gone));
		labels.forEach((label) -> kept.put(label, of(label)));
		return new Labels(kept, this.others.isAbsent() ? this.others : gone);
	}

	/** Every label as a function of what is known about it. */
	Labels each(UnaryOperator<Fate> change) {
		Map<String, Fate> changed = new HashMap<>();
		this.known.forEach((name, fate) -> changed.put(name, change.apply(fate)));
		return new Labels(changed, change.apply(this.others));
	}

	/** Label by label with those of other series. */
	Labels combine(Labels other, BinaryOperator<Fate> combine) {
		Map<String, Fate> combined = new HashMap<>();
		Set<String> names = new TreeSet<>(this.known.keySet());
		names.addAll(other.known.keySet());
		names.forEach((name) -> combined.put(name, combine.apply(of(name), other.of(name))));
		return new Labels(combined, combine.apply(this.others, other.others));
	}

}
