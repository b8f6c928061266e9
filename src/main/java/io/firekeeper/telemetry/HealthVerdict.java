package io.firekeeper.telemetry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.firekeeper.faults.Message;
import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.promapi.Target;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import org.jspecify.annotations.Nullable;

/**
 * Whether a replica that answers is well, and the first reason why not.
 *
 * @param health healthy or degraded
 * @param note why it is degraded, {@code null} when it is not
 */
record HealthVerdict(Health health, @Nullable Message note) {

	/** The share of targets that may be down before the replica counts as degraded. */
	private static final double TOLERATED = 0.2;

	static HealthVerdict of(Figures figures) {
		return Stream.of(reload(figures), unreadable(figures), targets(figures), rules(figures))
			.flatMap(Optional::stream)
			.findFirst()
			.map((note) -> new HealthVerdict(Health.DEGRADED, note))
			.orElse(new HealthVerdict(Health.HEALTHY, null));
	}

	private static Optional<Message> reload(Figures figures) {
		return figures.reloadSuccessful() ? Optional.empty() : Optional.of(Message.of("telemetry.note.reload-failed"));
	}

	private static Optional<Message> unreadable(Figures figures) {
		return Stream.of(figures.targets(), figures.rules())
			.flatMap((answer) -> (answer instanceof Answer.Unseen<?>(String why)) ? Stream.of(why) : Stream.empty())
			.findFirst()
			.map((why) -> Message.of("telemetry.note.unreadable", why));
	}

	private static Optional<Message> targets(Figures figures) {
		boolean many = figures.targetsDown() > 0 && figures.targetsDown() >= TOLERATED * figures.targetsTotal();
		return many ? Optional.of(Message.of("telemetry.note.targets-down", figures.targetsDown(),
				figures.targetsTotal(), firstJobDown(figures))) : Optional.empty();
	}

	private static String firstJobDown(Figures figures) {
		return figures.targets()
			.orElse(List.of())
			.stream()
			.filter((target) -> target.health().equals("down"))
			.map(Target::scrapePool)
			.findFirst()
			.orElse("");
	}

	private static Optional<Message> rules(Figures figures) {
		List<RuleGroup.Rule> failing = figures.rules()
			.orElse(List.of())
			.stream()
			.flatMap((group) -> group.rules().stream())
			.filter((rule) -> rule.health().equals("err"))
			.toList();
		return failing.isEmpty() ? Optional.empty() : Optional.of(Message.of("telemetry.note.rules-failing",
				failing.size(), failing.getFirst().name(), failing.getFirst().lastError()));
	}

}
