package io.firekeeper.fleet;

import java.util.UUID;

/**
 * Which clusters work is under way on that needs their replicas to stay as they are.
 * Whoever does such work implements it.
 */
public interface ClusterHolds {

	/** Whether the cluster's replicas may not be changed or removed now. */
	boolean isHeld(UUID clusterId);

}
