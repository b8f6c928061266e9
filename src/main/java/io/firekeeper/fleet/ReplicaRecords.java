package io.firekeeper.fleet;

import java.util.Optional;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactions that change stored replicas, each with its audit row.
 */
@Component
class ReplicaRecords {

	private final Clusters clusters;

	private final Replicas replicas;

	private final ClusterHolds holds;

	private final FleetAudit audit;

	ReplicaRecords(Clusters clusters, Replicas replicas, ClusterHolds holds, FleetAudit audit) {
		this.clusters = clusters;
		this.replicas = replicas;
		this.holds = holds;
		this.audit = audit;
	}

	@Transactional(readOnly = true)
	Optional<Replica> find(String name) {
		return this.replicas.findByName(name).map(ReplicaEntity::toReplica);
	}

	@Transactional(readOnly = true)
	Replica readForChange(String name, long version) {
		return current(find(name), name, version);
	}

	@Transactional
	Replica register(Actor actor, ReplicaDraft draft, String prometheusVersion) {
		ClusterEntity cluster = this.clusters.findForChangeByName(draft.cluster())
			.orElseThrow(() -> Fault.notFound("fleet.no-cluster", draft.cluster()));
		Replica replica = stored(new ReplicaEntity(cluster.id(), draft, prometheusVersion));
		this.audit.replica(actor, "registered", replica.name(), null, replica);
		return replica;
	}

	@Transactional
	Replica change(Actor actor, long version, ReplicaDraft draft, String prometheusVersion) {
		ReplicaEntity entity = forChange(draft.name(), version);
		Replica before = entity.toReplica();
		entity.describe(draft);
		if (!prometheusVersion.isEmpty()) {
			entity.observed(prometheusVersion);
		}
		Replica after = stored(entity);
		this.audit.replica(actor, "changed", after.name(), before, after);
		return after;
	}

	@Transactional
	void remove(Actor actor, String name, long version) {
		ReplicaEntity entity = forChange(name, version);
		this.replicas.delete(entity);
		this.audit.replica(actor, "removed", name, entity.toReplica(), null);
	}

	private ReplicaEntity forChange(String name, long version) {
		Optional<ReplicaEntity> found = this.replicas.findForChangeByName(name);
		current(found.map(ReplicaEntity::toReplica), name, version);
		return found.orElseThrow();
	}

	private Replica current(Optional<Replica> found, String name, long version) {
		Replica replica = found.orElseThrow(() -> Fault.notFound("fleet.no-replica", name));
		if (replica.version() != version) {
			throw Fault.stale("fleet.replica-stale", name);
		}
		if (this.holds.isHeld(replica.clusterId())) {
			throw Fault.conflict("fleet.replica-held", name);
		}
		return replica;
	}

	private Replica stored(ReplicaEntity entity) {
		ReplicaEntity saved = this.replicas.save(entity);
		this.replicas.flush();
		return saved.toReplica();
	}

}
