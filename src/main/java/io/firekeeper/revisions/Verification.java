package io.firekeeper.revisions;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;

import org.springframework.stereotype.Component;

/**
 * Proves that what is about to be delivered is what was approved: the stored files, what
 * is rendered now, and the approved digest must agree.
 */
@Component
class Verification {

	private final StoredRevisions revisions;

	private final FrozenBundles frozen;

	private final Rendering rendering;

	Verification(StoredRevisions revisions, FrozenBundles frozen, Rendering rendering) {
		this.revisions = revisions;
		this.frozen = frozen;
		this.rendering = rendering;
	}

	List<ReplicaBundle> bundles(long number) {
		Revision revision = this.revisions.findByNumber(number)
			.orElseThrow(() -> Fault.notFound("revisions.revision-unknown", "r" + number));
		revision.requireBegun();
		List<FrozenReplica> replicas = this.frozen.replicas(number);
		requireApproved(revision, replicas);
		Map<UUID, Bundle> rendered = this.rendering.now();
		return replicas.stream()
			.map((replica) -> bundle(revision, replica,
					rendered.getOrDefault(replica.replicaId(), HeadBundles.NOTHING)))
			.toList();
	}

	private static void requireApproved(Revision revision, List<FrozenReplica> replicas) {
		Digest stored = Effect
			.digest(replicas.stream().collect(Collectors.toMap(FrozenReplica::replica, FrozenReplica::after)));
		if (!stored.equals(revision.digest())) {
			throw Fault.conflict("revisions.digest-differs", revision.name(), stored.brief(),
					revision.digest().brief());
		}
	}

	private ReplicaBundle bundle(Revision revision, FrozenReplica replica, Bundle rendered) {
		Bundle stored = this.frozen.bundle(replica.after());
		if (!stored.equals(rendered)) {
			throw Fault.conflict("revisions.rendered-differs", revision.name(), replica.replica(),
					rendered.digest().brief(), replica.after().brief());
		}
		return new ReplicaBundle(replica.replicaId(), replica.replica(), replica.clusterId(), stored);
	}

}
