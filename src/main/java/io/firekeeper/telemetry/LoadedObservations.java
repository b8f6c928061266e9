package io.firekeeper.telemetry;

import java.util.List;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.telemetry.Observation.Kind;
import io.firekeeper.telemetry.Observation.Outcome;

import org.springframework.stereotype.Component;

/**
 * Asks a replica what it loaded, and observes whether that is a bundle.
 */
@Component
class LoadedObservations {

	private final PrometheusApi api;

	private final LoadedState state;

	private final ReplicaWords words;

	LoadedObservations(PrometheusApi api, LoadedState state, ReplicaWords words) {
		this.api = api;
		this.state = state;
		this.words = words;
	}

	List<Observation> observe(Replica replica, ReplicaAddress address, Bundle resolved) {
		TargetVersion version = version(replica, address);
		return List.of(
				observation(Kind.CONFIGURATION, "configuration", configuration(replica, address, resolved, version)),
				observation(Kind.RULES, "rules", rules(replica, address, resolved, version)));
	}

	/** The version that runs now; it may be another than when it was registered. */
	private TargetVersion version(Replica replica, ReplicaAddress address) {
		return Versions.of(Answer.of(this.api.buildInfo(address), this.words), replica);
	}

	private Comparison configuration(Replica replica, ReplicaAddress address, Bundle resolved, TargetVersion version) {
		return switch (Answer.of(this.api.configuration(address), this.words)) {
			case Answer.Unseen<String>(String why) -> new Comparison.Unseen(why);
			case Answer.Seen<String>(String text) -> this.state.configuration(replica, resolved, text, version);
		};
	}

	private Comparison rules(Replica replica, ReplicaAddress address, Bundle resolved, TargetVersion version) {
		return switch (Answer.of(this.api.rules(address), this.words)) {
			case Answer.Unseen<List<RuleGroup>>(String why) -> new Comparison.Unseen(why);
			case Answer.Seen<List<RuleGroup>>(List<RuleGroup> groups) ->
				this.state.rules(replica, resolved, groups, version);
		};
	}

	private static Observation observation(Kind kind, String name, Comparison comparison) {
		String key = "telemetry.proof." + name;
		return switch (comparison) {
			case Comparison.Same() -> new Observation(kind, Outcome.AGREES, Message.of(key + ".agrees"));
			case Comparison.Different(List<String> all) ->
				new Observation(kind, Outcome.DIFFERS, Message.of(key + ".differs", all.size(), all.getFirst()));
			case Comparison.Unseen(String why) ->
				new Observation(kind, Outcome.NOT_SEEN, Message.of(key + ".unseen", why));
		};
	}

}
