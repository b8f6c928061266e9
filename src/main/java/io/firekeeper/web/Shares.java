package io.firekeeper.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * The parts of a proportional bar, in the order given.
 *
 * @param parts the parts, in thousandths of the width
 */
public record Shares(List<Part> parts) {

	private static final int WIDTH = 1000;

	private static final int GAP = 4;

	public Shares {
		parts = List.copyOf(parts);
	}

	/**
	 * From the counts by tone; tones without any take no space.
	 */
	public static Shares of(SequencedMap<String, Integer> counts) {
		int total = Math.max(1, counts.values().stream().mapToInt(Integer::intValue).sum());
		List<Part> parts = new ArrayList<>();
		int before = 0;
		for (var count : counts.sequencedEntrySet()) {
			int from = WIDTH * before / total;
			before += count.getValue();
			int to = WIDTH * before / total;
			if (count.getValue() > 0) {
				parts.add(new Part(count.getKey(), from, Math.max(GAP, to - from - ((to < WIDTH) ? GAP : 0))));
			}
		}
		return new Shares(parts);
	}

	/**
	 * One part.
	 *
	 * @param tone its tone
	 * @param x where it starts
	 * @param width how wide it is
	 */
	public record Part(String tone, int x, int width) {
	}

}
