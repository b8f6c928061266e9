package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Objects;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Problem;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a policy is rendered.
 *
 * @param policy the policy
 * @param stage which version
 * @param read the version, read; {@code null} when there is none or its envelope cannot
 * be read
 * @param problems what is wrong with its envelope
 */
record Choice(DesiredPolicy policy, Stage stage, @Nullable ReadPolicy read, List<Problem> problems) {

	static Choice desired(DesiredPolicy policy, PolicyTexts texts) {
		return of(policy, Stage.DESIRED, policy.text(), texts);
	}

	/** What an edited policy was. */
	static Choice before(DesiredPolicy policy, PolicyTexts texts) {
		return of(policy, Stage.LAST_GOOD, policy.lastGood(), texts);
	}

	private static Choice of(DesiredPolicy policy, Stage stage, @Nullable String text, PolicyTexts texts) {
		if (text == null) {
			return new Choice(policy, Stage.NONE, null, List.of());
		}
		PolicyTexts.Reading reading = texts.read(text);
		return new Choice(policy, stage, reading.policy(), reading.problems());
	}

	/** The choice after this one turned out to have errors. */
	Choice next(PolicyTexts texts) {
		return (this.policy.lastGood() == null || canYield()) ? before(this.policy, texts)
				: new Choice(this.policy, Stage.STUCK, this.read, List.of());
	}

	/** The edit as it is written, where this is what is rendered instead. */
	Choice asWritten(PolicyTexts texts) {
		if (!this.policy.edited() || !isKeptBack()) {
			return this;
		}
		Choice desired = desired(this.policy, texts);
		PolicyDocument document = desired.document();
		boolean legible = document != null && desired.problems().isEmpty() && document.name().equals(name());
		return legible ? desired : this;
	}

	@Nullable PolicyDocument document() {
		return (this.read != null) ? this.read.document() : null;
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

	/** Whether there is a text that is not rendered, because it has errors. */
	boolean isKeptBack() {
		return this.stage != Stage.DESIRED && this.policy.text() != null;
	}

	/** Whether another version can be rendered in its place. */
	boolean canYield() {
		return this.stage == Stage.DESIRED && !Objects.equals(this.policy.text(), this.policy.lastGood());
	}

	/** Whether it is, or may be, for a cluster. */
	boolean reaches(Cluster cluster) {
		PolicyDocument document = document();
		return this.stage != Stage.NONE && (document == null || document.clusters().matches(cluster));
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
