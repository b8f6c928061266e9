package io.firekeeper.telemetry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.telemetry.Observation.Kind;
import io.firekeeper.telemetry.Observation.Outcome;

import org.springframework.stereotype.Component;

/**
 * Makes the five observations of a proof. All are made even when one fails, so that a
 * person sees the whole.
 */
@Component
class Proving {

	private final Delivery delivery;

	private final ReloadCounters counters;

	private final LoadedObservations loaded;

	private final Origins origins;

	private final Clock clock;

	Proving(Delivery delivery, ReloadCounters counters, LoadedObservations loaded, Origins origins, Clock clock) {
		this.delivery = delivery;
		this.counters = counters;
		this.loaded = loaded;
		this.origins = origins;
		this.clock = clock;
	}

	ReloadMark mark(Replica replica) {
		return this.counters.mark(this.delivery.addressOf(replica));
	}

	Proof prove(Replica replica, Bundle bundle, String deliveredDigest, ReloadOutcome reload, ReloadMark before) {
		return guarded(replica, deliveredDigest, reload, () -> {
			Bundle resolved = this.delivery.resolved(bundle);
			return prove(replica, deliveredDigest, reload, before,
					(address) -> this.loaded.observe(replica, address, resolved));
		});
	}

	/** Observes that what ran before the first delivery runs again. */
	Proof prove(Replica replica, Origin origin, ReloadOutcome reload, ReloadMark before) {
		return guarded(replica, origin.deliveredDigest(), reload, () -> prove(replica, origin.deliveredDigest(), reload,
				before, (address) -> this.origins.observe(address, origin)));
	}

	private Proof prove(Replica replica, String digest, ReloadOutcome reload, ReloadMark before,
			Function<ReplicaAddress, List<Observation>> loading) {
		ReplicaAddress address = this.delivery.addressOf(replica);
		List<Observation> observations = new ArrayList<>();
		observations.add(bytes(replica, digest));
		observations.add(reload(reload));
		observations.add((reload instanceof ReloadOutcome.Accepted) ? this.counters.await(address, before)
				: this.counters.look(address, before));
		observations.addAll(loading.apply(address));
		return new Proof(observations, this.clock.instant());
	}

	/** When a secret is gone, what would have been asked cannot be. */
	private Proof guarded(Replica replica, String digest, ReloadOutcome reload, Supplier<Proof> proving) {
		try {
			return proving.get();
		}
		catch (Fault ex) {
			List<Observation> observations = new ArrayList<>();
			observations.add(bytes(replica, digest));
			observations.add(reload(reload));
			for (Kind kind : List.of(Kind.RELOAD_COUNTED, Kind.CONFIGURATION, Kind.RULES)) {
				observations.add(new Observation(kind, Outcome.NOT_SEEN, ex.reason()));
			}
			return new Proof(observations, this.clock.instant());
		}
	}

	private Observation bytes(Replica replica, String expected) {
		return switch (this.delivery.readBack(replica)) {
			case ReadBack.Found(String digest, String directory) when digest.equals(expected) ->
				bytes(Outcome.AGREES, "agrees", directory, brief(digest));
			case ReadBack.Found(String digest, String directory) ->
				bytes(Outcome.DIFFERS, "differs", directory, brief(expected), brief(digest));
			case ReadBack.Nothing() -> bytes(Outcome.DIFFERS, "nothing", replica.directory().consoleRoot());
			case ReadBack.Failed(String message) -> bytes(Outcome.NOT_SEEN, "unseen", message);
		};
	}

	private static Observation bytes(Outcome outcome, String key, Object... arguments) {
		return new Observation(Kind.BYTES, outcome, Message.of("telemetry.proof.bytes." + key, arguments));
	}

	private static Observation reload(ReloadOutcome outcome) {
		return switch (outcome) {
			case ReloadOutcome.Accepted accepted -> reload(Outcome.AGREES, "agrees", accepted.took().toMillis());
			case ReloadOutcome.Rejected(int status, String message) ->
				reload(Outcome.DIFFERS, "rejected", status, message);
			case ReloadOutcome.LifecycleOff() -> reload(Outcome.DIFFERS, "lifecycle-off");
			case ReloadOutcome.NoAnswer(String message) -> reload(Outcome.NOT_SEEN, "no-answer", message);
		};
	}

	private static Observation reload(Outcome outcome, String key, Object... arguments) {
		return new Observation(Kind.RELOAD, outcome, Message.of("telemetry.proof.reload." + key, arguments));
	}

	private static String brief(String digest) {
		return digest.substring(0, Math.min(12, digest.length()));
	}

}
