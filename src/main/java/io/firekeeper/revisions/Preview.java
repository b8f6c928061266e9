package io.firekeeper.revisions;

import java.util.List;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Problem;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;

/**
 * What a change would do if it were submitted now.
 *
 * @param version the version of the change that it is about
 * @param edits its edits with their problems
 * @param effect what they do to the fleet
 * @param replicaCount how many replicas the fleet has
 */
record Preview(long version, List<EditPreview> edits, Effect effect, int replicaCount) {

	/** Whether an edited policy has errors. */
	boolean isBlocked() {
		return !this.effect.blocking().isEmpty() || this.edits.stream().anyMatch((edit) -> !edit.problems().isEmpty());
	}

	/** Whether it would become a revision. */
	boolean isSubmittable() {
		return !isBlocked() && !this.effect.replicas().isEmpty()
				&& this.edits.stream().noneMatch(EditPreview::isOutdated);
	}

	/** Everything that stands in the way of submitting, with its place. */
	List<Fault.Detail> errors() {
		Stream<Fault.Detail> problems = this.edits.stream()
			.flatMap((edit) -> edit.problems().stream().map((problem) -> detail(edit.policy(), problem)));
		Stream<Fault.Detail> findings = this.effect.blocking().stream().map(Preview::detail);
		return Stream.concat(problems, findings).distinct().toList();
	}

	private static Fault.Detail detail(String policy, Problem problem) {
		return new Fault.Detail(policy, problem.position().line(), Remark.sentence(problem));
	}

	private static Fault.Detail detail(Finding finding) {
		String policy = finding.policy();
		return new Fault.Detail((policy != null) ? policy : "", finding.line(), finding.message());
	}

}
