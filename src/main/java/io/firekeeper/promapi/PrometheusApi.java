package io.firekeeper.promapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The HTTP API of one Prometheus process, 2.40 to 3.x. Every call has a total deadline of
 * its own, and nothing is retried here.
 */
public interface PrometheusApi {

	Reply<BuildInfo> buildInfo(ReplicaAddress address);

	/** Launch flags by name without dashes, such as {@code web.enable-lifecycle}. */
	Reply<Map<String, String>> flags(ReplicaAddress address);

	Reply<RuntimeInfo> runtimeInfo(ReplicaAddress address);

	/**
	 * The loaded configuration as the replica prints it, defaults filled, secrets masked.
	 */
	Reply<String> configuration(ReplicaAddress address);

	Reply<List<RuleGroup>> rules(ReplicaAddress address);

	Reply<List<Target>> activeTargets(ReplicaAddress address);

	/**
	 * Whether {@code /-/ready} answers 200. Rejected with 503 while the WAL is replayed.
	 */
	Reply<Boolean> ready(ReplicaAddress address);

	/** The replica's own canonical form of an expression. */
	Reply<String> formatQuery(ReplicaAddress address, String expression);

	/**
	 * Samples of its own {@code /metrics}, summed over labels, by name; a name that it
	 * does not expose is absent.
	 */
	Reply<Map<String, Double>> metrics(ReplicaAddress address, Set<String> names);

	/**
	 * {@code POST /-/reload}. It may block for two minutes; answers Rejected 403 when the
	 * lifecycle API is off, 500 with the replica's words when the load failed.
	 */
	Reply<Boolean> reload(ReplicaAddress address, Duration deadline);

}
