package io.firekeeper.revisions.compile;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.Finding;
import io.firekeeper.fleet.Cluster;

/**
 * Says who loses when two policies define the same thing: the edited side; else the side
 * that has another good version; else both. Each collision is told once, for the first
 * cluster that it is seen on.
 */
final class CollisionJudge {

	private static final String CHECK = "collision";

	private final Map<String, Choice> choices;

	private final Set<Collision> judged = new HashSet<>();

	CollisionJudge(List<Choice> choices) {
		this.choices = choices.stream().collect(Collectors.toMap(Choice::name, Function.identity()));
	}

	/** The losers with what to say about them; none when it was judged before. */
	Map<Choice, Finding> judge(Collision collision, Cluster cluster) {
		if (!this.judged.add(collision)) {
			return Map.of();
		}
		Choice first = choice(collision.first());
		Choice second = choice(collision.second());
		Map<Choice, Finding> losers = new LinkedHashMap<>();
		if (rank(first) >= rank(second)) {
			losers.put(first, finding(collision, collision.first(), collision.second(), cluster));
		}
		if (rank(second) >= rank(first)) {
			losers.put(second, finding(collision, collision.second(), collision.first(), cluster));
		}
		return losers;
	}

	private Choice choice(Claimant claimant) {
		return Objects.requireNonNull(this.choices.get(claimant.policy()), "a claimant was chosen before");
	}

	private static int rank(Choice choice) {
		if (choice.edited()) {
			return 2;
		}
		return choice.canYield() ? 1 : 0;
	}

	private static Finding finding(Collision collision, Claimant loser, Claimant winner, Cluster cluster) {
		return Finding.in(loser.policy(), loser.position(), Severity.ERROR, CHECK, collision.kind(), collision.name(),
				winner.policy(), cluster.name());
	}

}
