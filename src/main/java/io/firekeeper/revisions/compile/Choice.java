package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Objects;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Problem;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.policies.PolicyReading;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a policy is rendered.
 *
 * @param policy the policy
 * @param stage which version
 * @param document the version, read; {@code null} when there is none or its envelope
 * cannot be read
 * @param problems what is wrong with its envelope
 */
record Choice(DesiredPolicy policy, Stage stage, @Nullable PolicyDocument document, List<Problem> problems) {

	static Choice desired(DesiredPolicy policy) {
		return (policy.text() != null) ? read(policy, Stage.DESIRED, policy.text())
				: new Choice(policy, Stage.NONE, null, List.of());
	}

	/** What an edited policy was. */
	static Choice before(DesiredPolicy policy) {
		return (policy.lastGood() != null) ? read(policy, Stage.LAST_GOOD, policy.lastGood())
				: new Choice(policy, Stage.NONE, null, List.of());
	}

	private static Choice read(DesiredPolicy policy, Stage stage, String text) {
		PolicyReading reading = PolicyReader.readEnvelope(text);
		return new Choice(policy, stage, reading.document(), reading.problems());
	}

	/** The choice after this one turned out to have errors. */
	Choice next() {
		if (this.policy.lastGood() == null) {
			return new Choice(this.policy, Stage.NONE, null, List.of());
		}
		return canYield() ? read(this.policy, Stage.LAST_GOOD, this.policy.lastGood())
				: new Choice(this.policy, Stage.STUCK, this.document, List.of());
	}

	String name() {
		return this.policy.name();
	}

	/** Whether this version is to be rendered. */
	boolean active() {
		return this.stage == Stage.DESIRED || this.stage == Stage.LAST_GOOD;
	}

	/** Whether this is the text that the change brings. */
	boolean edited() {
		return this.policy.edited() && this.stage == Stage.DESIRED;
	}

	/** Whether another version can be rendered in its place. */
	boolean canYield() {
		return this.stage == Stage.DESIRED && !Objects.equals(this.policy.text(), this.policy.lastGood());
	}

	/** Whether it is, or may be, for a cluster. */
	boolean reaches(Cluster cluster) {
		return this.stage != Stage.NONE && (this.document == null || this.document.clusters().matches(cluster));
	}

	/** A finding about this version; only the desired text has places. */
	Finding placed(Finding finding) {
		return (this.stage == Stage.DESIRED) ? finding : finding.withoutPlace();
	}

	/** The versions in the order in which they are tried. */
	enum Stage {

		/** As the change or the current version has it. */
		DESIRED,

		/** As it was good last. */
		LAST_GOOD,

		/** Nothing: it is deleted, or has errors and was never good. */
		NONE,

		/** No version works where it reaches. */
		STUCK

	}

}
