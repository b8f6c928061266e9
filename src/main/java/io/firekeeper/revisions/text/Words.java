package io.firekeeper.revisions.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of a line differ from the line it replaces, word by word.
 */
public final class Words {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

	private static final int LONGEST_LINE = 2_000;

	private static final double LEAST_IN_COMMON = 0.3;

	private Words() {
	}

	/**
	 * The line in parts. Lines that have little in common are one unchanged part, since
	 * marking nearly everything says nothing.
	 */
	public static List<Part> of(String line, String counterpart) {
		if (counterpart.isEmpty() || line.length() > LONGEST_LINE || counterpart.length() > LONGEST_LINE) {
			return List.of(new Part(line, false));
		}
		List<String> words = split(line);
		List<Part> parts = new ArrayList<>();
		int next = 0;
		for (Replacement replacement : Replacement.between(split(counterpart), words)) {
			add(parts, words.subList(next, replacement.newStart()), false);
			add(parts, replacement.now(), true);
			next = replacement.newEnd();
		}
		add(parts, words.subList(next, words.size()), false);
		return isWorthMarking(line, parts) ? parts : List.of(new Part(line, false));
	}

	private static boolean isWorthMarking(String line, List<Part> parts) {
		int same = parts.stream()
			.filter((part) -> !part.changed())
			.mapToInt((part) -> part.text().strip().length())
			.sum();
		return same >= LEAST_IN_COMMON * line.strip().length();
	}

	private static void add(List<Part> parts, List<String> words, boolean changed) {
		if (!words.isEmpty()) {
			parts.add(new Part(String.join("", words), changed));
		}
	}

	private static List<String> split(String line) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(line);
		while (matcher.find()) {
			words.add(matcher.group());
		}
		return words;
	}

	/**
	 * A part of a line.
	 *
	 * @param text the text
	 * @param changed whether it differs
	 */
	public record Part(String text, boolean changed) {
	}

}
