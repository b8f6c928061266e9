package io.firekeeper.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The events of the last minutes, so that a page that was away hears what it missed. An
 * event's id names this console's run and its place: {@code 1f0c…-17}.
 */
class LiveJournal {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private static final int LIMIT = 10_000;

	private static final Pattern ID = Pattern.compile("([0-9a-f-]{36})-(\\d{1,18})");

	private final Deque<LiveEvent> events = new ArrayDeque<>();

	private final String run;

	private final Clock clock;

	private long last;

	LiveJournal(UUID run, Clock clock) {
		this.run = run.toString();
		this.clock = clock;
	}

	/** Writes down that something changed. */
	synchronized LiveEvent add(String topic) {
		Instant now = this.clock.instant();
		this.last++;
		LiveEvent event = new LiveEvent(this.last, now, topic);
		this.events.addLast(event);
		while (this.events.size() > LIMIT || this.events.getFirst().at().isBefore(now.minus(KEPT))) {
			this.events.removeFirst();
		}
		return event;
	}

	/** Forgets everything, because events may have been missed. */
	synchronized void clear() {
		this.events.clear();
		this.last++;
	}

	/** The id of the newest event. */
	synchronized String position() {
		return id(this.last);
	}

	String id(long number) {
		return this.run + "-" + number;
	}

	/**
	 * The topics that changed after an event.
	 * @return empty when that can't be told any more
	 */
	synchronized Optional<Set<String>> changedAfter(@Nullable String id) {
		Matcher matcher = ID.matcher((id != null) ? id : "");
		if (!matcher.matches() || !matcher.group(1).equals(this.run)) {
			return Optional.empty();
		}
		long number = Long.parseLong(matcher.group(2));
		long oldest = this.events.isEmpty() ? this.last + 1 : this.events.getFirst().number();
		return (number >= oldest - 1 && number <= this.last) ? Optional.of(topicsAfter(number)) : Optional.empty();
	}

	private Set<String> topicsAfter(long number) {
		return this.events.stream()
			.filter((event) -> event.number() > number)
			.map(LiveEvent::topic)
			.collect(Collectors.toSet());
	}

}
