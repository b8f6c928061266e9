package io.firekeeper.fleet;

import java.net.URI;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A replica as a person describes it.
 *
 * @param cluster the name of its cluster
 * @param name unique in the installation, a DNS label
 * @param url where its HTTP API is
 * @param labels what {@code $(replica.<label>)} gives
 * @param access how the console identifies itself there
 * @param directory how files reach it
 */
public record ReplicaDraft(String cluster, String name, URI url, SortedMap<String, String> labels, ReplicaAccess access,
		DirectoryTarget directory) {

	public ReplicaDraft {
		labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
	}

	/** Whether a replica is reached in another way than this one says. */
	boolean isReachedLike(Replica replica) {
		return replica.url().equals(this.url) && replica.access().equals(this.access)
				&& replica.directory().equals(this.directory);
	}

	/** This one with URL and paths in their one canonical form. */
	ReplicaDraft canonical() {
		return new ReplicaDraft(this.cluster, this.name, ReplicaUrl.canonical(this.url), this.labels, this.access,
				this.directory.canonical());
	}

}
