package io.firekeeper.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Message;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.RuntimeInfo;
import io.firekeeper.telemetry.Observation.Kind;
import io.firekeeper.telemetry.Observation.Outcome;

import org.springframework.stereotype.Component;

/**
 * Watches the replica's own counters of successful reloads. They move only on success
 * (prometheus/prometheus {@code cmd/prometheus/main.go}, {@code reloadConfig}).
 */
@Component
class ReloadCounters {

	static final String SUCCESS = "prometheus_config_last_reload_success_timestamp_seconds";

	static final String SUCCESSFUL = "prometheus_config_last_reload_successful";

	static final String START = "process_start_time_seconds";

	private static final Duration INTERVAL = Duration.ofMillis(250);

	/** The kernel's boot time, which the start is derived from, may jump by a second. */
	private static final double START_TOLERANCE = 2.0;

	private final PrometheusApi api;

	private final ReplicaWords words;

	private final Clock clock;

	private final Pause pause;

	private final Duration patience;

	ReloadCounters(PrometheusApi api, ReplicaWords words, Clock clock, Pause pause, TelemetryProperties properties) {
		this.api = api;
		this.words = words;
		this.clock = clock;
		this.pause = pause;
		this.patience = properties.patience();
	}

	ReloadMark mark(ReplicaAddress address) {
		Map<String, Double> metrics = Answer.of(this.api.metrics(address, Set.of(SUCCESS, START)), this.words)
			.orElse(Map.of());
		return new ReloadMark(metrics.getOrDefault(SUCCESS, Double.NaN), metrics.getOrDefault(START, Double.NaN));
	}

	/** Looks until the counters moved or patience ends. */
	Observation await(ReplicaAddress address, ReloadMark before) {
		Instant end = this.clock.instant().plus(this.patience);
		Observation seen = look(address, before);
		while (seen.outcome() != Outcome.AGREES && this.clock.instant().isBefore(end) && paused()) {
			seen = look(address, before);
		}
		return seen;
	}

	/** Looks once. */
	Observation look(ReplicaAddress address, ReloadMark before) {
		Answer<Counters> counters = Answer.of(this.api.runtimeInfo(address), this.words)
			.then((runtime) -> Answer.of(this.api.metrics(address, Set.of(SUCCESS, SUCCESSFUL, START)), this.words)
				.then((metrics) -> new Answer.Seen<>(counters(runtime, metrics))));
		return switch (counters) {
			case Answer.Unseen<Counters>(String why) -> observation(Outcome.NOT_SEEN, "unseen", why);
			case Answer.Seen<Counters>(Counters now) -> judge(now, before);
		};
	}

	private static Counters counters(RuntimeInfo runtime, Map<String, Double> metrics) {
		return new Counters(runtime.reloadConfigSuccess() && metrics.getOrDefault(SUCCESSFUL, Double.NaN) == 1.0,
				metrics.getOrDefault(SUCCESS, Double.NaN), metrics.getOrDefault(START, Double.NaN));
	}

	static Observation judge(Counters now, ReloadMark before) {
		if (!now.successful()) {
			return observation(Outcome.DIFFERS, "failed");
		}
		if (Double.isNaN(before.successTimestamp())) {
			return observation(Outcome.NOT_SEEN, "no-mark");
		}
		if (now.start() > before.processStart() + START_TOLERANCE) {
			return restarted(now);
		}
		return (now.success() > before.successTimestamp())
				? observation(Outcome.AGREES, "agrees", time(now.success()), time(before.successTimestamp()))
				: observation(Outcome.DIFFERS, "same", time(before.successTimestamp()));
	}

	private static Observation restarted(Counters now) {
		boolean loaded = now.success() >= now.start();
		return observation(loaded ? Outcome.AGREES : Outcome.DIFFERS, loaded ? "restarted" : "restarted-not-loaded",
				time(now.start()), time(now.success()));
	}

	private static Observation observation(Outcome outcome, String key, Object... arguments) {
		return new Observation(Kind.RELOAD_COUNTED, outcome, Message.of("telemetry.proof.counted." + key, arguments));
	}

	private static String time(double seconds) {
		return Double.isNaN(seconds) ? "?" : Instant.ofEpochMilli((long) (seconds * 1000)).toString();
	}

	private boolean paused() {
		try {
			this.pause.sleep(INTERVAL);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * The counters at a moment.
	 *
	 * @param successful whether the last reload succeeded
	 * @param success when the last successful one was, in seconds
	 * @param start when the process started, in seconds
	 */
	record Counters(boolean successful, double success, double start) {
	}

}
