package io.firekeeper.configuration;

import java.util.Collection;
import java.util.Comparator;

/** Finds the key that was probably meant. */
final class KnownKeys {

	private static final int MAX_KEY = 80;

	private KnownKeys() {
	}

	/** The nearest key, or an empty text when none is near. */
	static String nearest(String key, Collection<String> known) {
		if (key.length() > MAX_KEY) {
			return "";
		}
		int limit = Math.max(1, Math.min(3, key.length() / 3));
		return known.stream()
			.filter((candidate) -> distance(key, candidate) <= limit)
			.min(Comparator.comparingInt((candidate) -> distance(key, candidate)))
			.orElse("");
	}

	private static int distance(String left, String right) {
		int[] previous = new int[right.length() + 1];
		for (int column = 0; column <= right.length(); column++) {
			previous[column] = column;
		}
		for (int row = 1; row <= left.length(); row++) {
			int[] current = new int[right.length() + 1];
			current[0] = row;
			for (int column = 1; column <= right.length(); column++) {
				int replaced = previous[column - 1] + ((left.charAt(row - 1) == right.charAt(column - 1)) ? 0 : 1);
				current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
			}
			previous = current;
		}
		return previous[right.length()];
	}

}
