package io.firekeeper.revisions.compile;

import java.util.Map;
import java.util.Set;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.Variable;
import org.jspecify.annotations.Nullable;

/**
 * The values of variables on one replica.
 *
 * @param cluster its cluster
 * @param replica the replica
 * @param secrets the names of all secrets
 */
record VariableValues(Cluster cluster, Replica replica, Set<String> secrets) {

	private static final String NAME = "name";

	/**
	 * The value of a variable, or {@code null} when there is none. Secrets and foreign
	 * variables stay as they are written.
	 */
	@Nullable String of(Variable variable) {
		return switch (variable.scope()) {
			case CLUSTER -> value(variable.name(), this.cluster.name(), this.cluster.labels());
			case REPLICA -> value(variable.name(), this.replica.name(), this.replica.labels());
			case SECRET -> this.secrets.contains(variable.name()) ? variable.toString() : null;
			case FOREIGN -> variable.toString();
		};
	}

	/** The value of a variable, or the variable as it is written when it has none. */
	String orItself(Variable variable) {
		String value = of(variable);
		return (value != null) ? value : variable.toString();
	}

	/** Who was asked for a variable, for people. */
	String owner(Variable variable) {
		return switch (variable.scope()) {
			case CLUSTER -> this.cluster.name();
			case REPLICA -> this.replica.name();
			case SECRET, FOREIGN -> "";
		};
	}

	private static @Nullable String value(String name, String ownName, Map<String, String> labels) {
		return name.equals(NAME) ? ownName : labels.get(name);
	}

}
