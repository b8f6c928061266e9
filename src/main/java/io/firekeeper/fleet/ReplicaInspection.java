package io.firekeeper.fleet;

/**
 * Looks at a replica before it is registered.
 */
public interface ReplicaInspection {

	/** Asks the process and tries the directory. Changes nothing. */
	InspectionReport inspect(ReplicaDraft draft);

}
