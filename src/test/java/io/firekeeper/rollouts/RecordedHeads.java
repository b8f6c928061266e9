package io.firekeeper.rollouts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/**
 * Remembers what became of revisions.
 */
@TestComponent
@Primary
class RecordedHeads implements Heads {

	private final List<String> settled = new CopyOnWriteArrayList<>();

	@Override
	public void proven(long revision) {
		this.settled.add("r" + revision + " proven");
	}

	@Override
	public void rolledBack(long revision, String reason) {
		this.settled.add("r" + revision + " rolled back");
	}

	List<String> of(long revision) {
		return this.settled.stream().filter((line) -> line.startsWith("r" + revision + " ")).toList();
	}

}
