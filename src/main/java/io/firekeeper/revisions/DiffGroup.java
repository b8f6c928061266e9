package io.firekeeper.revisions;

import java.util.List;

import io.firekeeper.web.FileDiff;

/**
 * The same difference of a file on one or more replicas.
 *
 * @param file the difference
 * @param replicas the names of the replicas, sorted
 */
record DiffGroup(FileDiff file, List<String> replicas) {

	DiffGroup {
		replicas = List.copyOf(replicas);
	}

	/** Whether the difference is too large to be shown at once. */
	public boolean isLarge() {
		return this.file.hunks().isEmpty();
	}

}
