package io.firekeeper.revisions;

import io.firekeeper.checks.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A problem or finding in words.
 *
 * @param severity how bad
 * @param policy the policy it is about, {@code null} for none
 * @param line the line in the policy's text, 0 for none
 * @param column the column, 0 for none
 * @param path the YAML path, empty for none
 * @param replica the replica it was seen on, {@code null} for all
 * @param text what is wrong
 * @param fix what to do, {@code null} when the text says it
 * @param check the check that found it, {@code null} for a problem
 */
record RemarkDocument(Finding.Severity severity, @Nullable String policy, int line, int column, String path,
		@Nullable String replica, String text, @Nullable String fix, @Nullable String check) {

	/** By what name the edit is offered that removes it, if there is one. */
	public String offer() {
		return this.check + "@" + this.line + ":" + this.column;
	}

	/** The tone it is shown in. */
	public String getTone() {
		return switch (this.severity) {
			case ERROR -> "crit";
			case WARNING -> "warn";
			case INFO -> "none";
		};
	}

}
