package io.firekeeper.promql;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant. */
final class NearestName {

	private static final int LONGEST = 60;

	private NearestName() {
	}

	/** The most similar of some names, or null when none is similar. */
	static @Nullable String of(String written, Collection<String> names) {
		String word = written.toLowerCase(Locale.ROOT);
		if (word.length() > LONGEST) {
			return null;
		}
		int limit = Math.max(1, word.length() / 4);
		return names.stream()
			.filter((name) -> distance(word, name) <= limit)
			.min(Comparator.comparingInt((String name) -> distance(word, name))
				.thenComparing(Comparator.naturalOrder()))
			.orElse(null);
	}

	/**
	 * How many letters must be put in, left out, replaced or swapped with the next one.
	 */
	private static int distance(String one, String other) {
		int[] before = new int[other.length() + 1];
		int[] above = new int[other.length() + 1];
		Arrays.setAll(above, (index) -> index);
		for (int line = 1; line <= one.length(); line++) {
			int[] row = new int[other.length() + 1];
			row[0] = line;
			for (int column = 1; column <= other.length(); column++) {
				int replaced = above[column - 1] + ((one.charAt(line - 1) == other.charAt(column - 1)) ? 0 : 1);
				int shifted = Math.min(above[column], row[column - 1]) + 1;
				int swapped = isSwapped(one, line, other, column) ? before[column - 2] + 1 : replaced;
				row[column] = Math.min(Math.min(replaced, shifted), swapped);
			}
			before = above;
			above = row;
		}
		return above[other.length()];
	}

	private static boolean isSwapped(String one, int line, String other, int column) {
		return line > 1 && column > 1 && one.charAt(line - 1) == other.charAt(column - 2)
				&& one.charAt(line - 2) == other.charAt(column - 1);
	}

}
