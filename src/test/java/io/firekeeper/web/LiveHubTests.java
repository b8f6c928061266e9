package io.firekeeper.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.firekeeper.faults.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LiveHubTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T14:31:07Z"));

	private final Clock clock = ((InstantSource) this.now::get).withZone(ZoneOffset.UTC);

	private final LiveHub hub = new LiveHub(new LiveJournal(UUID.randomUUID(), this.clock), 20);

	@Test
	void whenAPageKnowsTheNewestEventThenItHearsNothingOld() {
		this.hub.publish("fleet");
		assertThat(heard(open(this.hub.position()))).isEmpty();
	}

	@Test
	void whenAPageWasAwayThenItHearsOnceWhatChanged() {
		String before = this.hub.position();
		this.hub.publish("fleet");
		this.hub.publish("fleet");
		this.hub.publish("other");
		assertThat(heard(open(before))).containsExactly("fleet");
	}

	@Test
	void whenAPageWasAwayForLongThenItRefetchesEverything() {
		this.hub.publish("fleet");
		String before = this.hub.position();
		this.hub.publish("other");
		this.now.updateAndGet((time) -> time.plus(Duration.ofMinutes(6)));
		this.hub.publish("other");
		assertThat(heard(open(before))).containsExactlyInAnyOrder("fleet", "rollout-3");
	}

	@Test
	void whenAPageComesFromAnotherConsoleThenItRefetchesEverything() {
		assertThat(heard(open(UUID.randomUUID() + "-3"))).containsExactlyInAnyOrder("fleet", "rollout-3");
		assertThat(heard(open("' or 1=1"))).containsExactlyInAnyOrder("fleet", "rollout-3");
	}

	@Test
	void whenAPageIsSlowThenItHoldsOneEventPerTopic() {
		LiveStream stream = open(this.hub.position());
		for (int i = 0; i < 1_000; i++) {
			this.hub.publish("fleet");
			this.hub.publish("rollout-3");
		}
		assertThat(heard(stream)).containsExactly("fleet", "rollout-3");
	}

	@Test
	void whenEventsMayHaveBeenMissedThenEveryPageRefetches() {
		LiveStream stream = open(this.hub.position());
		String before = this.hub.position();
		this.hub.refreshAll();
		assertThat(heard(stream)).containsExactlyInAnyOrder("fleet", "rollout-3");
		assertThat(heard(open(before))).containsExactlyInAnyOrder("fleet", "rollout-3");
	}

	@Test
	void whenASessionOpensTooManyStreamsThenItsOldestEnds() {
		LiveStream first = open(this.hub.position());
		for (int i = 0; i < 12; i++) {
			open(this.hub.position());
		}
		assertThat(first.isClosed()).isTrue();
		assertThat(this.hub.count()).isEqualTo(12);
	}

	@Test
	void whenTheConsoleIsFullThenAFurtherStreamIsRefused() {
		for (int i = 0; i < 20; i++) {
			this.hub.open("session-" + i, Set.of("fleet"), null);
		}
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.hub.open("one more", Set.of("fleet"), null));
	}

	@Test
	void whenAStreamEndsThenItsPlaceIsFree() {
		LiveStream stream = open(null);
		this.hub.close("session", stream);
		assertThat(this.hub.count()).isZero();
	}

	@Test
	void whenTheConsoleStopsThenStreamsEndAndNoneBegins() {
		LiveStream stream = open(this.hub.position());
		this.hub.endStreams();
		assertThat(stream.isClosed()).isTrue();
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> open(null));
	}

	private LiveStream open(@Nullable String after) {
		return this.hub.open("session", Set.of("fleet", "rollout-3"), after);
	}

	private static List<String> heard(LiveStream stream) {
		List<String> topics = new ArrayList<>();
		Optional<Map.Entry<String, String>> event = next(stream);
		while (event.isPresent()) {
			topics.add(event.get().getKey());
			event = next(stream);
		}
		return topics;
	}

	private static Optional<Map.Entry<String, String>> next(LiveStream stream) {
		try {
			return stream.next(0, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
