package io.firekeeper.revisions.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that stand exactly once in both texts, in the same order: where a long comparison
 * can be cut into short ones (patience diff).
 */
final class Anchors {

	private Anchors() {
	}

	static List<Anchor> between(List<String> before, List<String> after) {
		Map<String, Integer> places = unique(after);
		List<Anchor> candidates = new ArrayList<>();
		unique(before).entrySet()
			.stream()
			.filter((line) -> line.getValue() >= 0 && places.getOrDefault(line.getKey(), -1) >= 0)
			.forEach((line) -> candidates.add(new Anchor(line.getValue(), places.getOrDefault(line.getKey(), -1))));
		candidates.sort((one, two) -> Integer.compare(one.before(), two.before()));
		return longestRising(candidates);
	}

	/** Where each line stands; -1 when it stands more than once. */
	private static Map<String, Integer> unique(List<String> lines) {
		Map<String, Integer> places = new HashMap<>();
		for (int place = 0; place < lines.size(); place++) {
			places.merge(lines.get(place), place, (first, second) -> -1);
		}
		return places;
	}

	/** The longest sequence whose places rise on both sides (patience sorting). */
	private static List<Anchor> longestRising(List<Anchor> candidates) {
		List<Integer> ends = new ArrayList<>();
		List<Integer> tails = new ArrayList<>();
		int[] previous = new int[candidates.size()];
		for (int index = 0; index < candidates.size(); index++) {
			int found = Collections.binarySearch(ends, candidates.get(index).after());
			int pile = (found >= 0) ? found : -found - 1;
			previous[index] = (pile > 0) ? tails.get(pile - 1) : -1;
			put(ends, pile, candidates.get(index).after());
			put(tails, pile, index);
		}
		List<Anchor> rising = new ArrayList<>();
		for (int index = tails.isEmpty() ? -1 : tails.getLast(); index >= 0; index = previous[index]) {
			rising.add(candidates.get(index));
		}
		return rising.reversed();
	}

	private static void put(List<Integer> list, int index, int value) {
		if (index == list.size()) {
			list.add(value);
		}
		else {
			list.set(index, value);
		}
	}

	/**
	 * A line that stands on both sides.
	 *
	 * @param before its place in the first text
	 * @param after its place in the second
	 */
	record Anchor(int before, int after) {
	}

}
