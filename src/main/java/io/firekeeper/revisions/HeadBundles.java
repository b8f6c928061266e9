package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Replica;

import org.springframework.stereotype.Component;

/**
 * The files that replicas should run by the heads of their clusters.
 */
@Component
class HeadBundles {

	/** The files of a replica that was never delivered to. */
	static final Bundle NOTHING = Bundle.of(Map.of());

	private final Heads heads;

	private final FrozenBundles frozen;

	private final Rendering rendering;

	HeadBundles(Heads heads, FrozenBundles frozen, Rendering rendering) {
		this.heads = heads;
		this.frozen = frozen;
		this.rendering = rendering;
	}

	/**
	 * By replica: what it got last, or for one that is new to its cluster what is
	 * compiled for it now; nothing while its cluster has no head.
	 */
	Map<UUID, Bundle> of(Collection<Replica> replicas) {
		Map<UUID, Bundle> bundles = new HashMap<>();
		List<Replica> fresh = new ArrayList<>();
		for (Replica replica : replicas) {
			Optional<FrozenReplica> latest = this.frozen.latestOf(replica.id());
			latest.ifPresentOrElse((found) -> bundles.put(replica.id(), this.frozen.bundle(found.after())),
					() -> fresh.add(replica));
		}
		fresh.removeIf((replica) -> this.heads.of(replica.clusterId()).isEmpty());
		if (!fresh.isEmpty()) {
			Map<UUID, Bundle> compiled = this.rendering.now();
			fresh.stream()
				.filter((replica) -> compiled.containsKey(replica.id()))
				.forEach((replica) -> bundles.put(replica.id(), compiled.get(replica.id())));
		}
		return bundles;
	}

}
