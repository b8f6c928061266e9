package io.firekeeper.telemetry;

import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.RuleGroup;
import io.firekeeper.promapi.RuntimeInfo;
import io.firekeeper.telemetry.Observation.Kind;
import io.firekeeper.telemetry.Observation.Outcome;

import org.springframework.stereotype.Component;

/**
 * Reads what stands and runs on a replica before the first delivery, and observes later
 * whether it does again. There is no bundle to compare with by meaning: what the replica
 * shows has to be the same text.
 */
@Component
class Origins {

	private final Delivery delivery;

	private final PrometheusApi api;

	private final ReplicaWords words;

	Origins(Delivery delivery, PrometheusApi api, ReplicaWords words) {
		this.delivery = delivery;
		this.api = api;
		this.words = words;
	}

	/** Only what the replica itself calls loaded can be gone back to. */
	OriginReading read(Replica replica) {
		return switch (this.delivery.readBack(replica)) {
			case ReadBack.Nothing() ->
				new OriginReading.Unseen(Message.of("telemetry.origin.nothing", replica.directory().consoleRoot()));
			case ReadBack.Failed(String message) ->
				new OriginReading.Unseen(Message.of("telemetry.origin.files-unread", message));
			case ReadBack.Found found -> read(replica, found);
		};
	}

	private OriginReading read(Replica replica, ReadBack.Found found) {
		try {
			ReplicaAddress address = this.delivery.addressOf(replica);
			return switch (Answer.of(this.api.runtimeInfo(address), this.words)) {
				case Answer.Unseen<RuntimeInfo>(String why) -> unseen(why);
				case Answer.Seen<RuntimeInfo>(RuntimeInfo runtime) when !runtime.reloadConfigSuccess() ->
					new OriginReading.Unseen(Message.of("telemetry.origin.not-loaded"));
				case Answer.Seen<RuntimeInfo> seen -> loaded(address, found);
			};
		}
		catch (Fault ex) {
			return new OriginReading.Unseen(ex.reason());
		}
	}

	private OriginReading loaded(ReplicaAddress address, ReadBack.Found found) {
		Answer<Origin> origin = configuration(address).then((text) -> rules(address)
			.then((rules) -> new Answer.Seen<>(new Origin(found.directory(), found.deliveredDigest(), text, rules))));
		return switch (origin) {
			case Answer.Unseen<Origin>(String why) -> unseen(why);
			case Answer.Seen<Origin>(Origin seen) -> new OriginReading.Seen(seen);
		};
	}

	private static OriginReading unseen(String why) {
		return new OriginReading.Unseen(Message.of("telemetry.origin.unread", why));
	}

	/** What the replica shows now, held against what it showed before. */
	List<Observation> observe(ReplicaAddress address, Origin before) {
		return List.of(same(Kind.CONFIGURATION, "configuration", configuration(address), before.configuration()),
				same(Kind.RULES, "rules", rules(address), before.rules()));
	}

	private static Observation same(Kind kind, String name, Answer<String> now, String before) {
		String key = "telemetry.proof." + name;
		return switch (now) {
			case Answer.Unseen<String>(String why) ->
				new Observation(kind, Outcome.NOT_SEEN, Message.of(key + ".unseen", why));
			case Answer.Seen<String>(String digest) when digest.equals(before) ->
				new Observation(kind, Outcome.AGREES, Message.of(key + ".as-before"));
			case Answer.Seen<String> other ->
				new Observation(kind, Outcome.DIFFERS, Message.of(key + ".not-as-before"));
		};
	}

	private Answer<String> configuration(ReplicaAddress address) {
		return Answer.of(this.api.configuration(address), this.words).then((text) -> digest(text));
	}

	private Answer<String> rules(ReplicaAddress address) {
		return Answer.of(this.api.rules(address), this.words).then(Origins::digest);
	}

	private static Answer<String> digest(List<RuleGroup> groups) {
		return digest(groups.stream().map(LoadedState::group).toList().toString());
	}

	private static Answer<String> digest(String text) {
		return new Answer.Seen<>(Bundle.of(Map.of("loaded", text)).digest().hex());
	}

}
