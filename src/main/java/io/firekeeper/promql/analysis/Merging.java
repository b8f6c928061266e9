package io.firekeeper.promql.analysis;

import java.util.List;

/** Makes one alternative of several, which then says less. */
final class Merging {

	private Merging() {
	}

	static Outcome merged(List<Outcome> outcomes) {
		List<Outcome> alive = outcomes.stream().filter((outcome) -> !outcome.isDead()).toList();
		if (alive.isEmpty()) {
			return outcomes.getFirst();
		}
		Outcome first = alive.getFirst();
		Labels labels = alive.stream()
			.map(Outcome::labels)
			.reduce((one, other) -> one.combine(other, Fate::or))
			.orElseThrow();
		boolean always = alive.stream().anyMatch(Outcome::always);
		boolean filtered = alive.stream().allMatch(Outcome::filtered);
		return new Outcome(first.expression(), labels, always, filtered, null, null, List.of());
	}

}
