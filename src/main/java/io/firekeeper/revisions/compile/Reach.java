package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.fleet.Cluster;

/**
 * How far a change reaches.
 *
 * @param clusters the clusters that an edited policy selects, before or after the edit
 * @param policies the names of the edited policies
 * @param unreached the names of the edited policies that select no cluster
 */
record Reach(List<Cluster> clusters, Set<String> policies, Set<String> unreached) {

	static Reach of(DesiredState state, List<Choice> desired, PolicyTexts texts) {
		List<Choice> edits = desired.stream().filter((choice) -> choice.policy().edited()).toList();
		List<Choice> before = edits.stream().map((edit) -> Choice.before(edit.policy(), texts)).toList();
		List<Cluster> clusters = state.clusters()
			.stream()
			.filter((cluster) -> Stream.concat(edits.stream(), before.stream())
				.anyMatch((edit) -> edit.reaches(cluster)))
			.toList();
		Set<String> unreached = edits.stream()
			.filter((edit) -> state.clusters().stream().noneMatch(edit::reaches))
			.map(Choice::name)
			.collect(Collectors.toSet());
		return new Reach(clusters, edits.stream().map(Choice::name).collect(Collectors.toSet()), unreached);
	}

	boolean isReached(Choice edit) {
		return !this.unreached.contains(edit.name());
	}

	/**
	 * Whether a finding forbids to submit the change: an error in what it edits, about a
	 * cluster that it reaches, or that keeps such a cluster from being rendered.
	 */
	boolean blocks(Finding finding) {
		if (finding.severity() != Severity.ERROR) {
			return false;
		}
		boolean own = finding.policy() == null || this.policies.contains(finding.policy());
		return own || keepsBack(finding);
	}

	private boolean keepsBack(Finding finding) {
		return finding.check().equals(Compiler.ISOLATION)
				&& this.clusters.stream().anyMatch((cluster) -> cluster.name().equals(finding.arguments().getLast()));
	}

}
