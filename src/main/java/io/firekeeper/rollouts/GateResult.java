package io.firekeeper.rollouts;

import java.time.Instant;
import java.util.List;

/**
 * What a gate saw the last time it was read.
 *
 * @param rows every figure it compared
 * @param at when
 */
record GateResult(List<GateRow> rows, Instant at) {

	GateResult {
		rows = List.copyOf(rows);
	}

	boolean passes() {
		return failures().isEmpty();
	}

	List<GateRow> failures() {
		return this.rows.stream().filter((row) -> row.verdict() == GateRow.Verdict.FAILED).toList();
	}

}
