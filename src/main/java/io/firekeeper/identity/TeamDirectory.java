package io.firekeeper.identity;

import java.util.Map;

/**
 * What other modules ask about teams.
 */
public interface TeamDirectory {

	/** Whether a team of this name exists. */
	boolean exists(String team);

	/**
	 * The labels a cluster must carry so that the team's policies may target it; empty
	 * means every cluster.
	 * @throws io.firekeeper.faults.Fault of kind NOT_FOUND when there is no such team
	 */
	Map<String, String> clusterSelector(String team);

}
