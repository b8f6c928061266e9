package io.firekeeper.rollouts;

import io.firekeeper.revisions.Revisions;

import org.springframework.stereotype.Component;

/**
 * Heads as the revisions keep them.
 */
@Component
class RevisionHeads implements Heads {

	private final Revisions revisions;

	RevisionHeads(Revisions revisions) {
		this.revisions = revisions;
	}

	@Override
	public void proven(long revision) {
		this.revisions.proven(revision);
	}

	@Override
	public void rolledBack(long revision, String reason) {
		this.revisions.rolledBack(revision, reason);
	}

}
