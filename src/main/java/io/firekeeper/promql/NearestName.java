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

	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		Arrays.setAll(row, (index) -> index);
		for (int line = 1; line <= one.length(); line++) {
			int diagonal = row[0];
			row[0] = line;
			for (int column = 1; column <= other.length(); column++) {
				int replaced = diagonal + ((one.charAt(line - 1) == other.charAt(column - 1)) ? 0 : 1);
				diagonal = row[column];
				row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
			}
		}
		return row[other.length()];
	}

}
