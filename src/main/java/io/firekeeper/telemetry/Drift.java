package io.firekeeper.telemetry;

import java.util.List;
import java.util.Optional;

import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReadBack;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whether a replica runs the bundle that was last proven there: what it loaded, and the
 * files that it would load next.
 */
@Component
class Drift {

	private final Delivery delivery;

	private final ProvenBundles proven;

	private final LoadedDrift loaded;

	Drift(Delivery delivery, ProvenBundles proven, LoadedDrift loaded) {
		this.delivery = delivery;
		this.proven = proven;
		this.loaded = loaded;
	}

	Verdict of(Replica replica, ReplicaAddress address, Figures figures) {
		if (!figures.reloadSuccessful()) {
			return new Verdict(Config.INVALID, Message.of("telemetry.note.reload-failed"), List.of());
		}
		Optional<ProvenBundle> last = this.proven.recent(replica.id());
		if (last.isEmpty()) {
			return Verdict.unknown(Message.of("telemetry.note.nothing-proven"));
		}
		Verdict verdict = this.loaded.of(replica, address, figures, last.get());
		return (verdict.config() == Config.DRIFTED) ? verdict : files(replica, last.get()).orElse(verdict);
	}

	private Optional<Verdict> files(Replica replica, ProvenBundle last) {
		return switch (this.delivery.readBack(replica)) {
			case ReadBack.Found found when found.deliveredDigest().equals(last.deliveredDigest()) -> Optional.empty();
			case ReadBack.Found found -> drifted("telemetry.note.files-changed", found.directory());
			case ReadBack.Nothing() -> drifted("telemetry.note.files-gone", replica.directory().consoleRoot());
			case ReadBack.Failed(String message) ->
				Optional.of(Verdict.unknown(Message.of("telemetry.note.files-unread", message)));
		};
	}

	private static Optional<Verdict> drifted(String key, String argument) {
		return Optional.of(new Verdict(Config.DRIFTED, Message.of(key, argument), List.of()));
	}

	/**
	 * What was concluded.
	 *
	 * @param config the state
	 * @param note why it is not in sync, {@code null} when it is
	 * @param differences the first differences in meaning
	 */
	record Verdict(Config config, @Nullable Message note, List<String> differences) {

		static Verdict unknown(Message why) {
			return new Verdict(Config.UNKNOWN, why, List.of());
		}

	}

}
