package io.firekeeper.cli;

import java.util.Locale;

/** How bad a finding is, worst first. */
enum Severity {

	ERROR, WARNING, INFO;

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isAtLeast(Severity other) {
		return compareTo(other) <= 0;
	}

}
