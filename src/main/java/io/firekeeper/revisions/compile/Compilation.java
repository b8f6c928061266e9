package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding;

/**
 * What compiling gave.
 *
 * @param replicas the files of every replica that could be rendered, by replica name
 * @param findings everything that was found, worst first
 * @param blocking those of the findings that forbid to submit the change
 * @param keptBack the policies that are not in the bundles as desired, because of errors
 * @param unrendered the clusters that could not be rendered: a policy that the change
 * does not edit has no version that works there; they keep what they run
 */
public record Compilation(List<ReplicaFiles> replicas, List<Finding> findings, List<Finding> blocking,
		List<KeptBack> keptBack, Set<UUID> unrendered) {

	public Compilation {
		replicas = List.copyOf(replicas);
		findings = List.copyOf(findings);
		blocking = List.copyOf(blocking);
		keptBack = List.copyOf(keptBack);
		unrendered = Set.copyOf(unrendered);
	}

	/** The same with what was found besides in policies that the change edits. */
	public Compilation with(List<Finding> more) {
		return new Compilation(this.replicas, merged(this.findings, more),
				merged(this.blocking,
						more.stream().filter((finding) -> finding.severity() == Finding.Severity.ERROR).toList()),
				this.keptBack, this.unrendered);
	}

	private static List<Finding> merged(List<Finding> some, List<Finding> more) {
		return Stream.concat(some.stream(), more.stream()).sorted(Finding.WORST_FIRST).toList();
	}

	public boolean submittable() {
		return this.blocking.isEmpty();
	}

	/**
	 * A policy that has errors.
	 *
	 * @param policy its name
	 * @param edited whether the change edits it
	 * @param instead what is rendered instead
	 */
	public record KeptBack(String policy, boolean edited, Instead instead) {
	}

	/** What is rendered instead of a policy with errors. */
	public enum Instead {

		/** Its last good version. */
		LAST_GOOD,

		/** Nothing, because it has no last good version. */
		NOTHING,

		/** Its clusters as a whole stay as they are. */
		CLUSTER_UNTOUCHED

	}

}
