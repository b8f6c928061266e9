package io.firekeeper.revisions;

import java.util.List;

import io.firekeeper.configuration.Problem;

/**
 * What is wrong with one edit.
 *
 * @param policy the policy
 * @param kind what the edit does
 * @param baseNumber the policy version it is based on
 * @param currentNumber the policy version that is current
 * @param problems what is wrong with its text
 */
record EditPreview(String policy, EditKind kind, int baseNumber, int currentNumber, List<Problem> problems) {

	/** Whether the policy moved on since the edit began. */
	boolean isOutdated() {
		return this.baseNumber != this.currentNumber;
	}

}
