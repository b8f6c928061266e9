package io.firekeeper.telemetry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.RuntimeInfo;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.ReplicaStatus.Health;

import org.springframework.stereotype.Component;

/**
 * One look at a replica.
 */
@Component
class Probe {

	private static final String HEAD_SERIES = "prometheus_tsdb_head_series";

	private final Delivery delivery;

	private final PrometheusApi api;

	private final ReplicaWords words;

	private final Drift drift;

	private final Clock clock;

	Probe(Delivery delivery, PrometheusApi api, ReplicaWords words, Drift drift, Clock clock) {
		this.delivery = delivery;
		this.api = api;
		this.words = words;
		this.drift = drift;
		this.clock = clock;
	}

	ReplicaStatus of(Replica replica) {
		try {
			return of(replica, this.delivery.addressOf(replica));
		}
		catch (Fault ex) {
			return down(replica, ex.reason());
		}
	}

	private ReplicaStatus of(Replica replica, ReplicaAddress address) {
		Answer<RuntimeInfo> runtime = Answer.of(this.api.ready(address), this.words)
			.then((ready) -> Answer.of(this.api.runtimeInfo(address), this.words));
		return switch (runtime) {
			case Answer.Unseen<RuntimeInfo>(String why) -> down(replica, Message.of("telemetry.note.down", why));
			case Answer.Seen<RuntimeInfo>(RuntimeInfo info) -> up(replica, address, info);
		};
	}

	private ReplicaStatus up(Replica replica, ReplicaAddress address, RuntimeInfo runtime) {
		Figures figures = figures(replica, address, runtime);
		HealthVerdict health = HealthVerdict.of(figures);
		Drift.Verdict config = this.drift.of(replica, address, figures);
		Instant now = this.clock.instant();
		return new ReplicaStatus(health.health(), config.config(),
				(health.note() != null) ? health.note() : config.note(), figures.version(), figures.headSeries(),
				figures.targetsUp(), figures.targetsTotal(), figures.firingAlerts(), now, now, config.differences());
	}

	private Figures figures(Replica replica, ReplicaAddress address, RuntimeInfo runtime) {
		String reported = Answer.of(this.api.buildInfo(address), this.words)
			.then((build) -> new Answer.Seen<>(build.version()))
			.orElse("");
		Map<String, Double> metrics = Answer.of(this.api.metrics(address, Set.of(HEAD_SERIES)), this.words)
			.orElse(Map.of());
		return new Figures(Versions.isVersion(reported) ? reported : replica.prometheusVersion(),
				runtime.reloadConfigSuccess(), Answer.of(this.api.activeTargets(address), this.words),
				Answer.of(this.api.rules(address), this.words), metrics.getOrDefault(HEAD_SERIES, Double.NaN),
				Answer.of(this.api.firingAlerts(address), this.words).orElse(-1));
	}

	private ReplicaStatus down(Replica replica, Message note) {
		return new ReplicaStatus(Health.DOWN, Config.UNKNOWN, note, replica.prometheusVersion(), Double.NaN, -1, -1, -1,
				this.clock.instant(), null, List.of());
	}

}
