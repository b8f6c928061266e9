package io.firekeeper.rollouts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.faults.Fault;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which files a rollout changes on a replica.
 */
@Component
class AppliedDiffs {

	private final Rollouts rollouts;

	private final BundleArchive bundles;

	AppliedDiffs(Rollouts rollouts, BundleArchive bundles) {
		this.rollouts = rollouts;
		this.bundles = bundles;
	}

	/**
	 * The paths of the files that differ from what was proven there before.
	 * @throws Fault NOT_FOUND without such a rollout or step
	 */
	@Transactional(readOnly = true)
	List<String> of(long number, String replica) {
		Step step = this.rollouts.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-rollout", number))
			.stepOf(replica);
		Previous previous = step.previous();
		Map<String, String> before = (previous != null) ? this.bundles.read(previous.digest()).files() : Map.of();
		Bundle after = this.bundles.read(step.targetDigest());
		return Stream.concat(before.keySet().stream(), after.files().keySet().stream())
			.distinct()
			.filter((path) -> !Objects.equals(before.get(path), after.files().get(path)))
			.sorted()
			.toList();
	}

}
