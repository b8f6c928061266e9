package io.firekeeper.promql.analysis;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.Range;

/** The labels of the series that come out. */
public final class Labels {

	private final Map<String, Fate> known;

	private final Fate others;

	/** Takes the map, which nobody may change afterwards. */
	private Labels(Map<String, Fate> known, Fate others) {
		this.known = known;
		this.others = others;
	}

	/** Whatever labels a metric has, as far as nothing else is known; takes the map. */
	static Labels any(Map<String, Fate> known) {
		return new Labels(known, Fate.POSSIBLE);
	}

	static Labels none(Fate.Reason reason, Range range) {
		return new Labels(Map.of(), Fate.absent(reason, range));
	}

	/** What is known about labels by name. */
	public Map<String, Fate> known() {
		return Collections.unmodifiableMap(this.known);
	}

	/** What is known about all others. */
	public Fate others() {
		return this.others;
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
		this.known.forEach((name, fate) -> combined.put(name, combine.apply(fate, other.of(name))));
		other.known.forEach((name, fate) -> combined.computeIfAbsent(name, (_) -> combine.apply(this.others, fate)));
		return new Labels(combined, combine.apply(this.others, other.others));
	}

}
