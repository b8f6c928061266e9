package io.firekeeper.ruletests;

/** What became of the unit tests in a file. */
sealed interface TestRun {

	/** All passed. */
	record Passed() implements TestRun {
	}

	/**
	 * Some failed, or the file is none.
	 *
	 * @param words what promtool said
	 */
	record Failed(String words) implements TestRun {
	}

	/** They did not end in time. */
	record TimedOut() implements TestRun {
	}

	/** There is no promtool. */
	record NoPromtool() implements TestRun {
	}

	/**
	 * promtool cannot be run.
	 *
	 * @param reason why
	 */
	record NotRun(String reason) implements TestRun {
	}

}
