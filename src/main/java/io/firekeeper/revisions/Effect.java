package io.firekeeper.revisions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Digest;
import io.firekeeper.revisions.compile.Compilation.KeptBack;

/**
 * What edits do to the fleet.
 *
 * @param replicas the replicas whose files they change, by name
 * @param findings of the fleet as it would be
 * @param blocking those that forbid to submit
 * @param keptBack policies that are not in the files as desired, because of errors
 * @param stamp of everything it was compiled from
 */
record Effect(List<ReplicaEffect> replicas, List<Finding> findings, List<Finding> blocking, List<KeptBack> keptBack,
		String stamp) {

	/** The digest that an approval binds to. */
	Digest digest() {
		return digest(this.replicas.stream()
			.collect(Collectors.toMap((effect) -> effect.replica().name(), (effect) -> effect.after().digest())));
	}

	/** The digest over replica names and the digests of their files. */
	static Digest digest(Map<String, Digest> replicas) {
		return Fingerprint.of(new TreeMap<>(replicas).entrySet()
			.stream()
			.map((replica) -> replica.getKey() + " " + replica.getValue())
			.collect(Collectors.joining("\n")));
	}

	Set<UUID> clusters() {
		return this.replicas.stream().map((effect) -> effect.cluster().id()).collect(Collectors.toSet());
	}

	/** Whether a frozen revision does the same. */
	boolean isThatOf(List<FrozenReplica> frozen) {
		return this.replicas.size() == frozen.size() && this.replicas.stream()
			.allMatch((effect) -> frozen.stream().anyMatch((replica) -> same(effect, replica)));
	}

	private static boolean same(ReplicaEffect effect, FrozenReplica frozen) {
		return effect.replica().id().equals(frozen.replicaId()) && effect.before().digest().equals(frozen.before())
				&& effect.after().digest().equals(frozen.after());
	}

}
