package io.firekeeper.rollouts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.GateReading;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.OriginReading;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;

/**
 * The fleet as a driver acts on it and looks at it.
 */
interface Replicas {

	Optional<Replica> find(UUID id);

	List<Replica> ofCluster(UUID clusterId);

	/** Puts files in place; refused when a higher epoch was there. */
	PushOutcome push(DeliveryOrder order, long epoch);

	/** Goes back to what stood there before; refused when a higher epoch was there. */
	PushOutcome restore(Replica replica, Origin origin, long epoch);

	ReadBack readBack(Replica replica);

	/** What stands and runs there, where nothing was ever proven. */
	OriginReading origin(Replica replica);

	/** The HMAC that an order would have at its replica with today's secrets. */
	String expectedDigest(DeliveryOrder order);

	ReloadOutcome reload(Replica replica);

	/** The replica's own reload counters. */
	ReloadMark mark(Replica replica);

	Proof prove(DeliveryOrder order, String delivered, ReloadOutcome reload, ReloadMark before);

	/** Whether what ran there before runs again. */
	Proof prove(Replica replica, Origin origin, ReloadOutcome reload, ReloadMark before);

	GateReading reading(Replica replica);

	/**
	 * Keeps an order as the last one proven on its replica, in the caller's transaction.
	 */
	void keepProven(DeliveryOrder order, String delivered, Proof proof);

	/** Whether it was seen not to answer. */
	boolean isDown(UUID replicaId);

	Optional<ProvenBundle> lastProven(UUID replicaId);

}
