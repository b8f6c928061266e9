package io.firekeeper.cli;

import java.util.List;
import java.util.Locale;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.QuickFix;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is reported.
 *
 * @param severity how bad
 * @param check which check: {@code schema} is what the program itself does on loading
 * @param code which of its findings; stable
 * @param line from 1, 0 when it has no place
 * @param column from 1, 0 when it has no place
 * @param path the path in YAML, or null
 * @param message the sentence
 * @param notes what was expected, hints, and what to do
 * @param fix an edit that removes it, or null
 */
record Reported(Severity severity, String check, String code, int line, int column, @Nullable String path,
		String message, List<String> notes, @Nullable QuickFix fix) {

	/** The word for a severity. */
	static String code(Severity severity) {
		return severity.name().toLowerCase(Locale.ROOT);
	}

	Reported {
		notes = List.copyOf(notes);
	}

}
