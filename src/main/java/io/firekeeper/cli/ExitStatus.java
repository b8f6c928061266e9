package io.firekeeper.cli;

import java.util.List;

/**
 * The exit status of a run: 0, 1 for findings that are bad enough, 2 when something could
 * not be judged.
 */
final class ExitStatus {

	private static final int FOUND = 1;

	private static final int COULD_NOT_RUN = 2;

	private final Severity bar;

	private int code;

	ExitStatus(Severity bar) {
		this.bar = bar;
	}

	void found(List<Reported> findings) {
		if (findings.stream().anyMatch((finding) -> finding.severity().isAtLeast(this.bar))) {
			this.code = Math.max(this.code, FOUND);
		}
	}

	void couldNotRun() {
		this.code = COULD_NOT_RUN;
	}

	int code() {
		return this.code;
	}

}
