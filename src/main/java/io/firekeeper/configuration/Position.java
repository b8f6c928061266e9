package io.firekeeper.configuration;

/**
 * A place in a text.
 *
 * @param line from 1; 0 when the node was made and not read
 * @param column from 1; 0 when the node was made and not read
 */
public record Position(int line, int column) {

	/** The place of what was made and not read. */
	public static final Position NONE = new Position(0, 0);

}
