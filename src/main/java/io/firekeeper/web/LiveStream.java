package io.firekeeper.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one open page still has to hear. However slow the page is, this never holds more
 * than one event per topic.
 */
class LiveStream {

	private final Set<String> topics;

	private final SequencedMap<String, String> waiting = new LinkedHashMap<>();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private boolean closed;

	LiveStream(Set<String> topics) {
		this.topics = Set.copyOf(topics);
	}

	Set<String> topics() {
		return this.topics;
	}

	/** Remembers an event, unless the page does not ask for its topic. */
	void offer(String topic, String id) {
		if (!this.topics.contains(topic)) {
			return;
		}
		this.lock.lock();
		try {
			this.waiting.putLast(topic, id);
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Waits for the next event; empty when none came in time. */
	Optional<Map.Entry<String, String>> next(long timeout, TimeUnit unit) throws InterruptedException {
		this.lock.lock();
		try {
			long left = unit.toNanos(timeout);
			while (this.waiting.isEmpty() && !this.closed && left > 0) {
				left = this.changed.awaitNanos(left);
			}
			return Optional.ofNullable(this.waiting.pollFirstEntry());
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean isClosed() {
		this.lock.lock();
		try {
			return this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
