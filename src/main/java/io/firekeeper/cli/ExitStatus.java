package io.firekeeper.cli;

import java.util.List;

import io.firekeeper.checks.Finding.Severity;

/**
 * The exit status of a run: 0, 1 for findings that are bad enough (severities are
 * declared worst first), 2 when something could not be judged.
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
		if (findings.stream().anyMatch((finding) -> finding.severity().compareTo(this.bar) <= 0)) {
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
