package io.firekeeper.checks.rules;

/**
 * An edit that removes a finding.
 *
 * @param start offset of the first replaced character in the file's text, in UTF-16 code
 * units
 * @param end offset behind the last replaced character
 * @param replacement what stands there afterwards
 */
public record QuickFix(int start, int end, String replacement) {

	/** The text after the edit. */
	public String apply(String text) {
		return text.substring(0, this.start) + this.replacement + text.substring(this.end);
	}

}
