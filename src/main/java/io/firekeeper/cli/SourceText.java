package io.firekeeper.cli;

/**
 * A text to judge.
 *
 * @param name the file as it was named
 * @param text its text
 */
record SourceText(String name, String text) {

	static final String STANDARD_INPUT = "-";

	boolean isStandardInput() {
		return this.name.equals(STANDARD_INPUT);
	}

}
