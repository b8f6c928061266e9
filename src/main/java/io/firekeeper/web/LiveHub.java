package io.firekeeper.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * The open pages of this console and what they listen to. A browser session has a limited
 * number of streams: a further one closes its oldest.
 */
class LiveHub {

	private static final int PER_SESSION = 12;

	private final LiveJournal journal;

	private final int limit;

	private final Map<String, Deque<LiveStream>> sessions = new HashMap<>();

	private boolean closed;

	LiveHub(LiveJournal journal, int limit) {
		this.journal = journal;
		this.limit = limit;
	}

	/** The id of the newest event. */
	String position() {
		return this.journal.position();
	}

	/**
	 * Opens a stream that starts with what the page missed.
	 * @param session the browser session
	 * @param topics what the page listens to
	 * @param after the id of the last event that the page knows
	 * @throws Fault of kind UNAVAILABLE when there are too many streams, or while
	 * shutting down
	 */
	synchronized LiveStream open(String session, Set<String> topics, @Nullable String after) {
		if (this.closed || count() >= this.limit) {
			throw new Fault(FaultKind.UNAVAILABLE, Message.of("web.streams-full"));
		}
		LiveStream stream = new LiveStream(topics);
		Deque<LiveStream> streams = this.sessions.computeIfAbsent(session, (key) -> new ArrayDeque<>());
		if (streams.size() >= PER_SESSION) {
			streams.removeFirst().close();
		}
		streams.addLast(stream);
		String id = this.journal.position();
		this.journal.changedAfter(after).orElse(topics).forEach((topic) -> stream.offer(topic, id));
		return stream;
	}

	/** Forgets a stream that ended. */
	synchronized void close(String session, LiveStream stream) {
		stream.close();
		this.sessions.computeIfPresent(session, (key, streams) -> {
			streams.remove(stream);
			return streams.isEmpty() ? null : streams;
		});
	}

	/** Passes on that something changed. */
	synchronized void publish(String topic) {
		String id = this.journal.id(this.journal.add(topic).number());
		streams().forEach((stream) -> stream.offer(topic, id));
	}

	/** Lets every page refetch everything, because events may have been missed. */
	synchronized void refreshAll() {
		this.journal.clear();
		String id = this.journal.position();
		streams().forEach((stream) -> stream.topics().forEach((topic) -> stream.offer(topic, id)));
	}

	/** Takes streams again. */
	synchronized void takeStreams() {
		this.closed = false;
	}

	/** Ends all streams and takes no new ones. */
	synchronized void endStreams() {
		this.closed = true;
		streams().forEach(LiveStream::close);
	}

	synchronized int count() {
		return this.sessions.values().stream().mapToInt(Deque::size).sum();
	}

	private List<LiveStream> streams() {
		List<LiveStream> streams = new ArrayList<>();
		this.sessions.values().forEach(streams::addAll);
		return streams;
	}

}
