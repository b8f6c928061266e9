package io.firekeeper.promapi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.firekeeper.egress.EgressClient;
import io.firekeeper.egress.EgressFailure;
import io.firekeeper.egress.EgressRequest;
import io.firekeeper.egress.EgressResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The HTTP API of one Prometheus process, 2.40 to 3.x. Every call has a total deadline of
 * its own, and nothing is retried here.
 */
@Component
public class PrometheusApi {

	private static final Duration DEADLINE = Duration.ofSeconds(5);

	private static final long SMALL = 1024L * 1024;

	private static final long MEDIUM = 16 * SMALL;

	private static final long LARGE = 64 * SMALL;

	private final EgressClient egress;

	PrometheusApi(EgressClient egress) {
		this.egress = egress;
	}

	public Reply<BuildInfo> buildInfo(ReplicaAddress address) {
		return get(address, "/api/v1/status/buildinfo", SMALL, Answers.json(Answers::buildInfo));
	}

	/** Launch flags by name without dashes, such as {@code web.enable-lifecycle}. */
	public Reply<Map<String, String>> flags(ReplicaAddress address) {
		return get(address, "/api/v1/status/flags", SMALL, Answers.json(Answers::texts));
	}

	public Reply<RuntimeInfo> runtimeInfo(ReplicaAddress address) {
		return get(address, "/api/v1/status/runtimeinfo", SMALL, Answers.json(Answers::runtimeInfo));
	}

	/**
	 * The loaded configuration as the replica prints it, defaults filled, secrets masked.
	 */
	public Reply<String> configuration(ReplicaAddress address) {
		return get(address, "/api/v1/status/config", LARGE, Answers.json((data) -> Answers.text(data, "yaml")));
	}

	public Reply<List<RuleGroup>> rules(ReplicaAddress address) {
		return get(address, "/api/v1/rules?exclude_alerts=true", LARGE, Answers.json(Answers::ruleGroups));
	}

	/** How many alerts fire. */
	public Reply<Integer> firingAlerts(ReplicaAddress address) {
		return get(address, "/api/v1/alerts", LARGE, Answers.json(Answers::firing));
	}

	public Reply<List<Target>> activeTargets(ReplicaAddress address) {
		return get(address, "/api/v1/targets?state=active", LARGE, Answers.json(Answers::targets));
	}

	/**
	 * Whether {@code /-/ready} answers 200. Rejected with 503 while the WAL is replayed.
	 */
	public Reply<Boolean> ready(ReplicaAddress address) {
		return get(address, "/-/ready", SMALL, PlainText::done);
	}

	/**
	 * Samples of its own {@code /metrics}, summed over labels, by name; a name that it
	 * does not expose is absent.
	 */
	public Reply<Map<String, Double>> metrics(ReplicaAddress address, Set<String> names) {
		return get(address, "/metrics", MEDIUM, (response) -> PlainText.metrics(response, names));
	}

	/**
	 * {@code POST /-/reload}. It may block for two minutes; answers Rejected 403 when the
	 * lifecycle API is off, 500 with the replica's words when the load failed.
	 */
	public Reply<Boolean> reload(ReplicaAddress address, Duration deadline) {
		return call(post(address, "/-/reload", deadline), PlainText::done);
	}

	private <T> Reply<T> get(ReplicaAddress address, String path, long maximumBytes,
			Function<EgressResponse, Reply<T>> reader) {
		return call(new EgressRequest("GET", uri(address, path), null, address.credentials(), address.caPem(), DEADLINE,
				maximumBytes), reader);
	}

	private <T> Reply<T> call(EgressRequest request, Function<EgressResponse, Reply<T>> reader) {
		try {
			return reader.apply(this.egress.send(request));
		}
		catch (EgressFailure ex) {
			return new Reply.Unreachable<>(ex.reason(), Words.of(String.valueOf(ex.getMessage())));
		}
	}

	private static EgressRequest post(ReplicaAddress address, String path, Duration deadline) {
		return new EgressRequest("POST", uri(address, path), null, address.credentials(), address.caPem(), deadline,
				SMALL);
	}

	private static URI uri(ReplicaAddress address, String path) {
		return URI.create(address.url().toString().replaceAll("/+$", "") + path);
	}

}
