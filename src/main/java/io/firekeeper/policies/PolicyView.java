package io.firekeeper.policies;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.firekeeper.fleet.Cluster;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy as pages and the REST API show it.
 *
 * @param name the policy
 * @param kind its kind, as documents name it
 * @param team its team
 * @param version the number of the version
 * @param revision the revision that brought it
 * @param author who wrote it
 * @param createdAt when
 * @param deleted whether the version deletes the policy
 * @param matchLabels what it selects clusters by
 * @param clusters the names of the clusters that it selects now
 * @param text the document, {@code null} in lists and for a version that deletes
 */
record PolicyView(String name, String kind, String team, int version, long revision, String author, Instant createdAt,
		boolean deleted, Map<String, String> matchLabels, List<String> clusters, @Nullable String text) {

	static PolicyView of(PolicyVersion version, List<Cluster> all) {
		PolicyDocument document = (version.text() != null) ? PolicyReader.readEnvelope(version.text()).document()
				: null;
		Map<String, String> labels = (document != null) ? document.clusters().matchLabels() : Map.of();
		List<String> clusters = (document == null) ? List.of()
				: all.stream().filter(document.clusters()::matches).map(Cluster::name).toList();
		return new PolicyView(version.name(), version.kind().documentName(), version.team(), version.number(),
				version.revision(), version.author(), version.createdAt(), version.deletes(), labels, clusters,
				version.text());
	}

	PolicyView withoutText() {
		return new PolicyView(this.name, this.kind, this.team, this.version, this.revision, this.author, this.createdAt,
				this.deleted, this.matchLabels, this.clusters, null);
	}

	/** The lines of the text. */
	public List<String> lines() {
		return (this.text != null) ? this.text.lines().toList() : List.of();
	}

}
