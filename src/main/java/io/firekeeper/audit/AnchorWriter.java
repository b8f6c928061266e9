package io.firekeeper.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the anchor file {@code audit-anchor.log} in the data directory up to date: a line
 * for every 10 rows, and 5 seconds after any row.
 */
@Component
class AnchorWriter implements SmartLifecycle {

	static final String FILE = "audit-anchor.log";

	private static final Logger logger = LoggerFactory.getLogger(AnchorWriter.class);

	private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

	private static final Duration OLDEST = Duration.ofSeconds(5);

	private static final int MOST_ROWS = 10;

	private final AuditEntries entries;

	private final AnchorFile file;

	private final Clock clock;

	private @Nullable Thread thread;

	private @Nullable AuditHead written;

	private Instant writtenAt = Instant.EPOCH;

	private boolean complained;

	AnchorWriter(AuditEntries entries, @Value("${firekeeper.data-directory}") Path dataDirectory, Clock clock) {
		this.entries = entries;
		this.file = new AnchorFile(dataDirectory.resolve(FILE));
		this.clock = clock;
	}

	@Override
	public synchronized void start() {
		this.thread = Thread.ofVirtual().name("audit-anchor").start(this::run);
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.interrupt();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/** What the file says now. */
	Anchors anchors() throws IOException {
		return this.file.read();
	}

	/** Writes a line if enough rows or time have passed. */
	void writeIfDue() throws IOException {
		AuditHead head = this.entries.head();
		AuditHead before = (this.written != null) ? this.written : resume(head);
		Instant now = this.clock.instant();
		boolean old = !now.isBefore(this.writtenAt.plus(OLDEST));
		if (head.seq() >= before.seq() + MOST_ROWS || (head.seq() > before.seq() && old)) {
			this.file.append(head, now);
			this.written = head;
			this.writtenAt = now;
		}
	}

	/**
	 * Writes a line if it is due. What prevents it is logged once, whatever it is: the
	 * next attempt comes a second later.
	 */
	void writeOrComplain() {
		try {
			writeIfDue();
			this.complained = false;
		}
		catch (IOException | RuntimeException ex) {
			if (!this.complained) {
				logger.warn("Cannot write {}: the end of the audit log is not anchored until this works again", FILE,
						ex);
			}
			this.complained = true;
		}
	}

	private AuditHead resume(AuditHead head) throws IOException {
		long anchored = this.file.read().lastSeq();
		if (anchored > head.seq()) {
			logger.error(
					"The audit log ends at row {}, but {} has row {}: its end was cut off or another database is used",
					head.seq(), FILE, anchored);
		}
		this.written = new AuditHead(anchored, "");
		return this.written;
	}

	private void run() {
		try {
			while (true) {
				writeOrComplain();
				Thread.sleep(LOOK_EVERY);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
