package io.firekeeper.telemetry;

import java.util.List;

/**
 * What a replica runs, held against what it should run.
 */
sealed interface Comparison {

	/** It means the same. */
	record Same() implements Comparison {
	}

	/**
	 * It differs.
	 *
	 * @param differences for people, redacted; never empty
	 */
	record Different(List<String> differences) implements Comparison {

		public Different {
			differences = List.copyOf(differences);
		}

	}

	/**
	 * It could not be compared.
	 *
	 * @param words why
	 */
	record Unseen(String words) implements Comparison {
	}

	static Comparison of(List<String> differences) {
		return differences.isEmpty() ? new Same() : new Different(differences);
	}

}
