package io.firekeeper.rollouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

import io.firekeeper.faults.Message;
import io.firekeeper.rollouts.GateRow.Metric;
import io.firekeeper.rollouts.GateRow.Verdict;
import io.firekeeper.telemetry.GateReading;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a wave did to its replicas. Pure. What also happened to the untouched twin
 * is not the change's doing; without a twin the replica's own figures before the wave
 * decide. What could not be read now is a failure: no data is never healthy.
 */
final class GateJudge {

	private final GateBounds bounds;

	GateJudge(GateBounds bounds) {
		this.bounds = bounds;
	}

	List<GateRow> judge(GateSubject subject) {
		if (!subject.now().readable()) {
			return List.of(new GateRow(Metric.TARGETS, subject.replica(), targetsThreshold(subject), null, null,
					Verdict.FAILED, Message.of("rollouts.gate.unreadable", subject.replica())));
		}
		return List.of(targets(subject), ruleFailures(subject), headSeries(subject));
	}

	private static GateRow targets(GateSubject subject) {
		GateReading before = subject.before();
		if (before == null || !before.readable()) {
			return notCompared(Metric.TARGETS, subject, targetsThreshold(subject),
					(double) sum(subject.now(), subject.now().targetsUp().keySet()));
		}
		Set<String> jobs = new TreeSet<>(subject.unchangedJobs());
		jobs.retainAll(before.targetsUp().keySet());
		List<Message> fallen = fallen(subject, before, jobs);
		return new GateRow(Metric.TARGETS, subject.replica(), targetsThreshold(subject), (double) sum(before, jobs),
				(double) sum(subject.now(), jobs), fallen.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
				fallen.isEmpty() ? null : fallen.getFirst());
	}

	private static List<Message> fallen(GateSubject subject, GateReading before, Set<String> jobs) {
		List<Message> fallen = new ArrayList<>();
		for (String job : jobs) {
			int up = before.targetsUp().getOrDefault(job, 0);
			int now = subject.now().targetsUp().getOrDefault(job, 0);
			if (now < up - lossOfTwin(subject, job)) {
				fallen.add(Message.of("rollouts.gate.targets-fell", subject.replica(), job, up, now));
			}
		}
		return fallen;
	}

	private static int lossOfTwin(GateSubject subject, String job) {
		GateReading before = subject.twinBefore();
		GateReading now = subject.twinNow();
		if (!subject.hasTwin() || before == null || now == null) {
			return 0;
		}
		return Math.max(0, before.targetsUp().getOrDefault(job, 0) - now.targetsUp().getOrDefault(job, 0));
	}

	private static GateRow ruleFailures(GateSubject subject) {
		Message threshold = Message
			.of((subject.twin() != null) ? "rollouts.gate.rules-threshold-twin" : "rollouts.gate.rules-threshold");
		Map<String, String> now = subject.now().failingRules();
		GateReading before = subject.before();
		if (before == null || !before.readable()) {
			return notCompared(Metric.RULE_FAILURES, subject, threshold, (double) now.size());
		}
		Message worst = newFailures(before, subject.now()).stream()
			.filter((rule) -> !failsOnTwinToo(subject, rule))
			.findFirst()
			.map((rule) -> Message.of("rollouts.gate.rule-fails", subject.replica(), rule, now.getOrDefault(rule, "")))
			.orElse(null);
		return new GateRow(Metric.RULE_FAILURES, subject.replica(), threshold, (double) before.failingRules().size(),
				(double) now.size(), (worst != null) ? Verdict.FAILED : Verdict.PASSED, worst);
	}

	private static Set<String> newFailures(GateReading before, GateReading now) {
		Set<String> fresh = new TreeSet<>(now.failingRules().keySet());
		fresh.removeAll(before.failingRules().keySet());
		return fresh;
	}

	private static boolean failsOnTwinToo(GateSubject subject, String rule) {
		GateReading now = subject.twinNow();
		return subject.hasTwin() && now != null && now.failingRules().containsKey(rule);
	}

	private GateRow headSeries(GateSubject subject) {
		Message threshold = Message.of("rollouts.gate.series-threshold", this.bounds.floorPercent(),
				this.bounds.ceilingPercent());
		GateReading before = subject.before();
		OptionalDouble now = subject.now().headSeries();
		if (before == null || before.headSeries().isEmpty() || now.isEmpty()) {
			return notCompared(Metric.HEAD_SERIES, subject, threshold, boxed(now));
		}
		boolean outside = outside(before.headSeries().getAsDouble(), now.getAsDouble());
		return new GateRow(Metric.HEAD_SERIES, subject.replica(), threshold, before.headSeries().getAsDouble(),
				now.getAsDouble(), outside ? Verdict.FAILED : Verdict.PASSED,
				outside ? Message.of("rollouts.gate.series-outside", subject.replica(),
						(long) before.headSeries().getAsDouble(), (long) now.getAsDouble()) : null);
	}

	private boolean outside(double before, double now) {
		boolean small = Math.abs(now - before) < this.bounds.slackSeries();
		return !small && (now < before * this.bounds.floorPercent() / 100.0
				|| now > before * this.bounds.ceilingPercent() / 100.0);
	}

	private static GateRow notCompared(Metric metric, GateSubject subject, Message threshold, @Nullable Double now) {
		return new GateRow(metric, subject.replica(), threshold, null, now, Verdict.NOT_COMPARED,
				Message.of("rollouts.gate.nothing-before"));
	}

	private static Message targetsThreshold(GateSubject subject) {
		return (subject.twin() != null) ? Message.of("rollouts.gate.targets-threshold-twin", subject.twin())
				: Message.of("rollouts.gate.targets-threshold");
	}

	private static int sum(GateReading reading, Set<String> jobs) {
		return jobs.stream().mapToInt((job) -> reading.targetsUp().getOrDefault(job, 0)).sum();
	}

	private static @Nullable Double boxed(OptionalDouble value) {
		return value.isPresent() ? value.getAsDouble() : null;
	}

}
