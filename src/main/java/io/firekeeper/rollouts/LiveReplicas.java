package io.firekeeper.rollouts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.GateReading;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.OriginReading;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;

import org.springframework.stereotype.Component;

/**
 * The registered fleet, by way of delivery and telemetry.
 */
@Component
class LiveReplicas implements Replicas {

	private final Fleet fleet;

	private final Delivery delivery;

	private final Telemetry telemetry;

	LiveReplicas(Fleet fleet, Delivery delivery, Telemetry telemetry) {
		this.fleet = fleet;
		this.delivery = delivery;
		this.telemetry = telemetry;
	}

	@Override
	public Optional<Replica> find(UUID id) {
		return this.fleet.replica(id);
	}

	@Override
	public List<Replica> ofCluster(UUID clusterId) {
		return this.fleet.replicasOf(clusterId);
	}

	@Override
	public PushOutcome push(DeliveryOrder order, long epoch) {
		return this.delivery.push(order.replica(), order.bundle(), order.revision(), epoch);
	}

	@Override
	public PushOutcome restore(Replica replica, Origin origin, long epoch) {
		return this.delivery.restore(replica, origin.directory(), origin.deliveredDigest(), epoch);
	}

	@Override
	public OriginReading origin(Replica replica) {
		return this.telemetry.origin(replica);
	}

	@Override
	public ReadBack readBack(Replica replica) {
		return this.delivery.readBack(replica);
	}

	@Override
	public String expectedDigest(DeliveryOrder order) {
		return this.delivery.expectedDigest(order.replica(), order.bundle());
	}

	@Override
	public ReloadOutcome reload(Replica replica) {
		return this.delivery.reload(replica);
	}

	@Override
	public ReloadMark mark(Replica replica) {
		return this.telemetry.markBeforeReload(replica);
	}

	@Override
	public Proof prove(DeliveryOrder order, String delivered, ReloadOutcome reload, ReloadMark before) {
		return this.telemetry.prove(order.replica(), order.bundle(), delivered, reload, before);
	}

	@Override
	public Proof prove(Replica replica, Origin origin, ReloadOutcome reload, ReloadMark before) {
		return this.telemetry.prove(replica, origin, reload, before);
	}

	@Override
	public GateReading reading(Replica replica) {
		return this.telemetry.gateReading(replica);
	}

	@Override
	public void keepProven(DeliveryOrder order, String delivered, Proof proof) {
		this.telemetry.keepProven(order.replica().id(), order.revision(), order.bundle(), delivered, proof);
	}

	@Override
	public boolean isDown(UUID replicaId) {
		return this.telemetry.statusOf(replicaId).health() == Health.DOWN;
	}

	@Override
	public Optional<ProvenBundle> lastProven(UUID replicaId) {
		return this.telemetry.lastProven(replicaId);
	}

}
