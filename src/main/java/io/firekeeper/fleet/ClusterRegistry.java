package io.firekeeper.fleet;

import java.util.SortedMap;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers, relabels and removes clusters.
 */
@Service
public class ClusterRegistry {

	private final Clusters clusters;

	private final Replicas replicas;

	private final FleetAudit audit;

	ClusterRegistry(Clusters clusters, Replicas replicas, FleetAudit audit) {
		this.clusters = clusters;
		this.replicas = replicas;
		this.audit = audit;
	}

	/**
	 * Registers a cluster.
	 * @throws Fault INVALID with everything that is wrong
	 */
	@Transactional
	public Cluster register(Actor actor, ClusterDraft draft) {
		this.audit.requireEditor(actor);
		Objections objections = new Objections();
		objections.unlessName(draft.name());
		checkLabels(objections, draft.labels());
		objections.unless(this.clusters.findByName(draft.name()).isEmpty(), "name", "fleet.invalid.name-taken",
				draft.name());
		objections.raise("fleet.cluster-invalid");
		Cluster cluster = stored(new ClusterEntity(draft));
		this.audit.cluster(actor, "registered", cluster.name(), null, cluster);
		return cluster;
	}

	/**
	 * Replaces the labels; the name never changes.
	 * @param version the version that the labels were read with
	 * @throws Fault STALE when somebody else changed it since
	 */
	@Transactional
	public Cluster relabel(Actor actor, String name, long version, SortedMap<String, String> labels) {
		this.audit.requireEditor(actor);
		ClusterEntity entity = forChange(name, version);
		Cluster before = entity.toCluster();
		Objections objections = new Objections();
		checkLabels(objections, labels);
		objections.raise("fleet.cluster-invalid");
		entity.relabel(labels);
		Cluster after = stored(entity);
		this.audit.cluster(actor, "relabelled", name, before, after);
		return after;
	}

	/**
	 * Removes a cluster that has no replicas.
	 * @throws Fault CONFLICT when it has some
	 */
	@Transactional
	public void remove(Actor actor, String name, long version) {
		this.audit.requireEditor(actor);
		ClusterEntity entity = forChange(name, version);
		int left = this.replicas.findByClusterIdOrderByName(entity.id()).size();
		if (left > 0) {
			throw Fault.conflict("fleet.cluster-has-replicas", name, left);
		}
		this.clusters.delete(entity);
		this.audit.cluster(actor, "removed", name, entity.toCluster(), null);
	}

	private static void checkLabels(Objections objections, SortedMap<String, String> labels) {
		objections.unlessLabels(labels, LabelSelector.NAME_LABEL, "name");
	}

	private ClusterEntity forChange(String name, long version) {
		ClusterEntity entity = this.clusters.findForChangeByName(name)
			.orElseThrow(() -> Fault.notFound("fleet.no-cluster", name));
		if (entity.toCluster().version() != version) {
			throw Fault.stale("fleet.cluster-stale", name);
		}
		return entity;
	}

	private Cluster stored(ClusterEntity entity) {
		ClusterEntity saved = this.clusters.save(entity);
		this.clusters.flush();
		return saved.toCluster();
	}

}
