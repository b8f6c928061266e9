package io.firekeeper.audit;

import java.time.Clock;
import java.time.Instant;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only log. A fact is written in the caller's transaction, so that a state
 * change and its row commit together or not at all. The row is written last, right before
 * the commit: the chain has one end, and whoever holds its lock must not wait for another
 * row any more.
 */
@Component
public class AuditLog {

	private static final String REQUEST_ID = "requestId";

	private final AuditEntries entries;

	private final EntityManager entityManager;

	private final Clock clock;

	AuditLog(AuditEntries entries, EntityManager entityManager, Clock clock) {
		this.entries = entries;
		this.entityManager = entityManager;
		this.clock = clock;
	}

	/**
	 * Appends a fact to the chain when the transaction commits.
	 * @throws org.springframework.transaction.IllegalTransactionStateException without a
	 * transaction
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Audited fact) {
		TransactionSynchronizationManager
			.registerSynchronization(new Pending(fact, this.clock.instant(), MDC.get(REQUEST_ID)));
	}

	/** A fact that waits for the commit of its transaction. */
	private final class Pending implements TransactionSynchronization {

		private final Audited fact;

		private final Instant at;

		private final @Nullable String requestId;

		private Pending(Audited fact, Instant at, @Nullable String requestId) {
			this.fact = fact;
			this.at = at;
			this.requestId = requestId;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			AuditLog.this.entityManager.flush();
			AuditHead head = AuditLog.this.entries.lockHead();
			AuditLog.this.entries.append(AuditEntry.following(head, this.fact, this.at, this.requestId));
		}

	}

}
