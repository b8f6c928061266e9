package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * A decision about a change that was made on an older version of it. Says who did what
 * since.
 */
class StaleChange extends Fault {

	private static final long serialVersionUID = 1L;

	private final long read;

	StaleChange(Change change, long read, List<ChangeMove> moves) {
		super(FaultKind.STALE, Message.of("revisions.change-stale", change.number()),
				distinct(moves).stream().map(ChangeMove::detail).toList());
		this.read = read;
	}

	/** The version that was read. */
	long read() {
		return this.read;
	}

	private static List<ChangeMove> distinct(List<ChangeMove> moves) {
		List<ChangeMove> distinct = new ArrayList<>();
		for (ChangeMove move : moves) {
			distinct.removeIf(move::repeats);
			distinct.add(move);
		}
		return distinct;
	}

}
