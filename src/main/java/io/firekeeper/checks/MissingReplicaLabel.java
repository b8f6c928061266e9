package io.firekeeper.checks;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;

import org.springframework.stereotype.Component;

/**
 * Replicas of one cluster with the same external labels: remote storage and federation
 * cannot tell their samples apart.
 */
@Component
class MissingReplicaLabel implements ClusterCheck {

	private static final String NAME = "ha-without-replica-label";

	@Override
	public List<Finding> check(CheckSubject subject) {
		long distinct = subject.rendered().stream().map(ExternalLabels::of).distinct().count();
		return (distinct == subject.rendered().size()) ? List.of()
				: List.of(Finding.of(Severity.WARNING, NAME, "same", subject.cluster().name(), replicas(subject)));
	}

	private static String replicas(CheckSubject subject) {
		return String.join(", ",
				subject.rendered().stream().map((rendered) -> rendered.replica().name()).sorted().toList());
	}

}
