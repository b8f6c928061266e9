package io.firekeeper.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;
import io.firekeeper.promapi.Reply;

import org.springframework.stereotype.Component;

/**
 * Reloads, one at a time per replica. A reload may block for two minutes while
 * remote-write queues drain towards a dead endpoint (prometheus/prometheus
 * {@code storage/remote/queue_manager.go}); asking again meanwhile only queues another.
 */
@Component
class Reloads {

	static final Duration DEADLINE = Duration.ofSeconds(150);

	private static final int LIFECYCLE_OFF = 403;

	private final PrometheusApi api;

	private final ReplicaWords words;

	private final Map<UUID, ReentrantLock> locks = new ConcurrentHashMap<>();

	private final Set<UUID> reloading = ConcurrentHashMap.newKeySet();

	Reloads(PrometheusApi api, ReplicaWords words) {
		this.api = api;
		this.words = words;
	}

	boolean isReloading(UUID replicaId) {
		return this.reloading.contains(replicaId);
	}

	ReloadOutcome reload(UUID replicaId, ReplicaAddress address) {
		ReentrantLock lock = this.locks.computeIfAbsent(replicaId, (id) -> new ReentrantLock());
		if (!acquired(lock)) {
			return new ReloadOutcome.NoAnswer("an earlier reload has not been answered yet");
		}
		this.reloading.add(replicaId);
		try {
			return outcome(this.api.reload(address, DEADLINE));
		}
		finally {
			this.reloading.remove(replicaId);
			lock.unlock();
		}
	}

	private static boolean acquired(ReentrantLock lock) {
		try {
			return lock.tryLock(DEADLINE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private ReloadOutcome outcome(Reply<Boolean> reply) {
		return switch (reply) {
			case Reply.Answered<Boolean> answered -> new ReloadOutcome.Accepted(answered.took());
			case Reply.Rejected<Boolean> rejected when isLifecycleOff(rejected) -> new ReloadOutcome.LifecycleOff();
			case Reply.Rejected<Boolean> rejected ->
				new ReloadOutcome.Rejected(rejected.status(), this.words.of(rejected.message()));
			case Reply.Malformed<Boolean> malformed ->
				new ReloadOutcome.Rejected(malformed.status(), this.words.of(malformed.message()));
			case Reply.Unreachable<Boolean> unreachable ->
				new ReloadOutcome.NoAnswer(this.words.of(unreachable.message()));
		};
	}

	private static boolean isLifecycleOff(Reply.Rejected<Boolean> rejected) {
		return rejected.status() == LIFECYCLE_OFF && rejected.message().contains("Lifecycle API");
	}

}
