package io.firekeeper.audit;

/**
 * The end of the chain.
 *
 * @param seq the number of the last entry, 0 for an empty log
 * @param hash the hash of the last entry
 */
record AuditHead(long seq, String hash) {

	/** The end of an empty chain. */
	static final AuditHead EMPTY = new AuditHead(0, "0".repeat(64));

}
