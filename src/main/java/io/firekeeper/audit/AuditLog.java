package io.firekeeper.audit;

/**
 * The append-only log. A fact is written in the caller's transaction, so that a state
 * change and its row commit together or not at all.
 */
public interface AuditLog {

	/**
	 * Appends a fact to the chain.
	 * @throws org.springframework.transaction.IllegalTransactionStateException without a
	 * transaction
	 */
	void record(Audited fact);

}
