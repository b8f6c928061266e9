package io.firekeeper.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.telemetry.Drift.Verdict;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;

import org.springframework.stereotype.Component;

/**
 * Compares what a replica loaded with what was last proven there. Comparing is dear, so
 * an outcome is kept until one side changes.
 */
@Component
class LoadedDrift {

	private static final int SHOWN = 20;

	private final Delivery delivery;

	private final PrometheusApi api;

	private final ReplicaWords words;

	private final LoadedState state;

	private final Map<UUID, Known> known = new ConcurrentHashMap<>();

	LoadedDrift(Delivery delivery, PrometheusApi api, ReplicaWords words, LoadedState state) {
		this.delivery = delivery;
		this.api = api;
		this.words = words;
		this.state = state;
	}

	Verdict of(Replica replica, ReplicaAddress address, Figures figures, ProvenBundle last) {
		Answer<Loaded> loaded = Answer.of(this.api.configuration(address), this.words)
			.then((text) -> figures.rules().then((groups) -> new Answer.Seen<>(new Loaded(text, groups))));
		return switch (loaded) {
			case Answer.Unseen<Loaded>(String why) -> notComparable(why);
			case Answer.Seen<Loaded>(Loaded seen) -> remembered(replica, version(replica, figures), seen, last);
		};
	}

	private static TargetVersion version(Replica replica, Figures figures) {
		return figures.version().isEmpty() ? replica.targetVersion() : TargetVersion.parse(figures.version());
	}

	private Verdict remembered(Replica replica, TargetVersion version, Loaded loaded, ProvenBundle last) {
		Subject subject = new Subject(last.deliveredDigest(), version, loaded.digest());
		Known before = this.known.get(replica.id());
		if (before != null && before.subject().equals(subject)) {
			return before.verdict();
		}
		Verdict verdict = compared(replica, version, loaded, last);
		if (verdict.config() != Config.UNKNOWN) {
			this.known.put(replica.id(), new Known(subject, verdict));
		}
		return verdict;
	}

	private Verdict compared(Replica replica, TargetVersion version, Loaded loaded, ProvenBundle last) {
		try {
			Bundle resolved = this.delivery.resolved(last.bundle());
			return verdict(List.of(this.state.configuration(replica, resolved, loaded.configuration(), version),
					this.state.rules(replica, resolved, loaded.groups(), version)));
		}
		catch (Fault ex) {
			return Verdict.unknown(ex.reason());
		}
	}

	private static Verdict verdict(List<Comparison> comparisons) {
		List<String> differences = new ArrayList<>();
		for (Comparison comparison : comparisons) {
			if (comparison instanceof Comparison.Different(List<String> some)) {
				differences.addAll(some);
			}
			if (comparison instanceof Comparison.Unseen(String why)) {
				return notComparable(why);
			}
		}
		return differences.isEmpty() ? new Verdict(Config.IN_SYNC, null, List.of())
				: new Verdict(Config.DRIFTED,
						Message.of("telemetry.note.drifted", differences.size(), differences.getFirst()),
						differences.stream().limit(SHOWN).toList());
	}

	private static Verdict notComparable(String why) {
		return Verdict.unknown(Message.of("telemetry.note.not-comparable", why));
	}

	/** What a replica said that it loaded. */
	private record Loaded(String configuration, List<RuleGroup> groups) {

		/** Over everything but the rules' health. */
		Digest digest() {
			String rules = this.groups.stream().map(LoadedState::group).toList().toString();
			return Bundle.of(Map.of("configuration", this.configuration, "rules", rules)).digest();
		}

	}

	private record Subject(String deliveredDigest, TargetVersion version, Digest loaded) {
	}

	private record Known(Subject subject, Verdict verdict) {
	}

}
