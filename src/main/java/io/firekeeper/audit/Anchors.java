package io.firekeeper.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What an anchor file says.
 *
 * @param hashes the hashes of rows by their number
 * @param forged the lines that do not carry our signature
 */
record Anchors(NavigableMap<Long, String> hashes, List<Integer> forged) {

	static final Anchors NONE = new Builder().build();

	Anchors {
		hashes = Collections.unmodifiableNavigableMap(hashes);
		forged = List.copyOf(forged);
	}

	long lastSeq() {
		return this.hashes.isEmpty() ? 0 : this.hashes.lastKey();
	}

	ChainCheck check() {
		ChainCheck check = new ChainCheck(this.hashes);
		this.forged.forEach((line) -> check.report("audit.anchor-forged", line));
		return check;
	}

	/** Collects the lines. */
	static final class Builder {

		private final NavigableMap<Long, String> hashes = new TreeMap<>();

		private final List<Integer> forged = new ArrayList<>();

		void add(long seq, String hash) {
			this.hashes.put(seq, hash);
		}

		void forged(int line) {
			this.forged.add(line);
		}

		Anchors build() {
			return new Anchors(this.hashes, this.forged);
		}

	}

}
