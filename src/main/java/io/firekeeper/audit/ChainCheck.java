package io.firekeeper.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain row by row and says where it is broken. A row that was changed does
 * not give its hash; a removed row leaves a gap; an inserted or moved one does not carry
 * the hash of the row before it; a chain that was computed anew, or whose end was cut
 * off, differs from its anchors.
 */
final class ChainCheck {

	private static final int REPORTED = 50;

	private final NavigableMap<Long, String> anchors;

	private final List<Message> problems = new ArrayList<>();

	private AuditHead last = AuditHead.EMPTY;

	private long rows;

	private long found;

	/** With the hashes of rows that are known from outside the database. */
	ChainCheck(NavigableMap<Long, String> anchors) {
		this.anchors = new TreeMap<>(anchors);
	}

	void next(AuditEntry entry) {
		this.rows++;
		if (entry.seq() <= this.last.seq()) {
			report("audit.row-out-of-order", entry.seq(), this.last.seq());
		}
		else if (entry.seq() > this.last.seq() + 1) {
			report("audit.rows-missing", this.last.seq() + 1, entry.seq() - 1);
		}
		else if (!entry.previousHash().equals(this.last.hash())) {
			report("audit.row-not-following", entry.seq(), this.last.seq());
		}
		if (!entry.computedHash().equals(entry.hash())) {
			report("audit.row-changed", entry.seq(), entry.action(), entry.objectType() + " " + entry.objectId());
		}
		String anchored = this.anchors.get(entry.seq());
		if (anchored != null && !anchored.equals(entry.hash())) {
			report("audit.row-rewritten", entry.seq());
		}
		this.last = entry.head();
	}

	/** The result, with the head that the database keeps if it is known. */
	ChainReport finish(@Nullable AuditHead head) {
		if (head != null && head.seq() > this.last.seq()) {
			report("audit.end-missing", this.last.seq() + 1, head.seq());
		}
		else if (head != null && !head.equals(this.last)) {
			report("audit.head-wrong", head.seq(), this.last.seq());
		}
		if (!this.anchors.isEmpty() && this.anchors.lastKey() > this.last.seq()) {
			report("audit.end-cut-off", this.last.seq() + 1, this.anchors.lastKey());
		}
		return new ChainReport(this.rows, this.last.seq(), this.last.hash(), this.found, this.problems);
	}

	void report(String key, Object... arguments) {
		this.found++;
		if (this.problems.size() < REPORTED) {
			this.problems.add(Message.of(key, arguments));
		}
	}

}
