package io.firekeeper.audit;

import java.util.List;

import io.firekeeper.faults.Message;

/**
 * What a check of the chain found.
 *
 * @param rows how many rows were read
 * @param lastSeq the number of the last row
 * @param lastHash its hash
 * @param found how many problems there are
 * @param problems the first of them
 */
public record ChainReport(long rows, long lastSeq, String lastHash, long found, List<Message> problems) {

	public ChainReport {
		problems = List.copyOf(problems);
	}

	/** Whether nothing was changed, removed, inserted or moved. */
	public boolean whole() {
		return this.found == 0;
	}

}
