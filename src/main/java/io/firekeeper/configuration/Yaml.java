package io.firekeeper.configuration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * YAML in and out. Reading never throws: a bomb, a duplicate key, a syntax error or a
 * text beyond the limit is a problem with its place. Printing is canonical: equal trees
 * give equal bytes.
 */
public final class Yaml {

	/** The most bytes of a text that a person sends. */
	public static final int USER_LIMIT = 2 * 1024 * 1024;

	/** The most bytes of a text that was rendered or read back. */
	public static final int RENDERED_LIMIT = 64 * 1024 * 1024;

	private Yaml() {
	}

	/** Reads one document; CRLF and a byte order mark are accepted. */
	public static Reading read(String text, int limit) {
		return read(text, YamlDialect.PORTABLE, limit);
	}

	/** Reads the first document as a dialect does. */
	public static Reading read(String text, YamlDialect dialect, int limit) {
		return new YamlReader(text, dialect, limit).read();
	}

	/**
	 * Prints a tree in block style, keys in the order of the tree, with a final newline.
	 */
	public static String print(YamlNode node) {
		return new YamlPrinter().print(node);
	}

	/**
	 * What was read.
	 *
	 * @param root the tree; {@code null} when the text is empty or cannot be read
	 * @param problems why it could not be read, and warnings
	 */
	public record Reading(@Nullable YamlNode root, List<Problem> problems) {

		public Reading {
			problems = List.copyOf(problems);
		}

		/** Whether nothing but warnings stands against it. */
		public boolean isAccepted() {
			return this.problems.stream().noneMatch(Problem::isError);
		}

	}

}
