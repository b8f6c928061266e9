package io.firekeeper.fleet;

import java.net.URI;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.configuration.TargetVersion;

/**
 * One process, as a value.
 *
 * @param id its identity
 * @param clusterId its cluster
 * @param name unique in the installation, a DNS label; it never changes
 * @param url where its HTTP API is
 * @param labels what {@code $(replica.<label>)} gives, beside {@code $(replica.name)}
 * @param access how the console identifies itself there
 * @param directory how files reach it
 * @param prometheusVersion the version it had when it was last asked, such as
 * {@code 3.5.0}, empty when it never answered
 * @param version for optimistic locking
 */
public record Replica(UUID id, UUID clusterId, String name, URI url, SortedMap<String, String> labels,
		ReplicaAccess access, DirectoryTarget directory, String prometheusVersion, long version) {

	public Replica {
		labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
	}

	/** What its files are rendered for: the oldest supported until it answered once. */
	public TargetVersion targetVersion() {
		return this.prometheusVersion.isEmpty() ? TargetVersion.OLDEST : TargetVersion.parse(this.prometheusVersion);
	}

}
