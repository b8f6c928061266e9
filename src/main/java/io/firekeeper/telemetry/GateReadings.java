package io.firekeeper.telemetry;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.promapi.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads what gates compare.
 */
@Component
class GateReadings {

	private static final Logger logger = LoggerFactory.getLogger(GateReadings.class);

	private static final String HEAD_SERIES = "prometheus_tsdb_head_series";

	private final Delivery delivery;

	private final PrometheusApi api;

	private final ReplicaWords words;

	private final Clock clock;

	GateReadings(Delivery delivery, PrometheusApi api, ReplicaWords words, Clock clock) {
		this.delivery = delivery;
		this.api = api;
		this.words = words;
		this.clock = clock;
	}

	GateReading read(Replica replica) {
		Answer<GateReading> reading = address(replica).then(this::read);
		if (reading instanceof Answer.Unseen<GateReading>(String why)) {
			logger.info("No figures for a gate from {}: {}", replica.name(), why);
		}
		return reading
			.orElse(new GateReading(false, Map.of(), Map.of(), Map.of(), OptionalDouble.empty(), this.clock.instant()));
	}

	private Answer<ReplicaAddress> address(Replica replica) {
		try {
			return new Answer.Seen<>(this.delivery.addressOf(replica));
		}
		catch (Fault ex) {
			return new Answer.Unseen<>(ex.reason().toString());
		}
	}

	private Answer<GateReading> read(ReplicaAddress address) {
		return Answer.of(this.api.activeTargets(address), this.words)
			.then((targets) -> Answer.of(this.api.rules(address), this.words)
				.then((groups) -> Answer.of(this.api.metrics(address, Set.of(HEAD_SERIES)), this.words)
					.then((metrics) -> new Answer.Seen<>(reading(targets, groups, metrics)))));
	}

	private GateReading reading(List<Target> targets, List<RuleGroup> groups, Map<String, Double> metrics) {
		Map<String, Integer> up = new TreeMap<>();
		Map<String, Integer> total = new TreeMap<>();
		for (Target target : targets) {
			total.merge(target.scrapePool(), 1, Integer::sum);
			up.merge(target.scrapePool(), target.health().equals("up") ? 1 : 0, Integer::sum);
		}
		return new GateReading(true, up, total, failing(groups), figure(metrics, HEAD_SERIES), this.clock.instant());
	}

	private Map<String, String> failing(List<RuleGroup> groups) {
		Map<String, String> failing = new TreeMap<>();
		for (RuleGroup group : groups) {
			group.rules()
				.stream()
				.filter((rule) -> rule.health().equals("err"))
				.forEach((rule) -> failing.put(group.name() + ": " + rule.name(), this.words.of(rule.lastError())));
		}
		return failing;
	}

	private static OptionalDouble figure(Map<String, Double> metrics, String name) {
		Double value = metrics.get(name);
		return (value != null) ? OptionalDouble.of(value) : OptionalDouble.empty();
	}

}
