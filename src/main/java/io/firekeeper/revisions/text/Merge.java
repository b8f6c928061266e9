package io.firekeeper.revisions.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What merging two edits of the same text gave. Edits that touch or adjoin the same lines
 * conflict, unless they are equal.
 */
public sealed interface Merge {

	static Merge of(String base, String theirs, String mine) {
		List<String> lines = Lines.of(base);
		List<Replacement> all = new ArrayList<>(Replacement.between(lines, Lines.of(theirs)));
		for (Replacement own : Replacement.between(lines, Lines.of(mine))) {
			if (all.stream().noneMatch(own::isSameAs)) {
				if (all.stream().anyMatch(own::touches)) {
					return new Conflict();
				}
				all.add(own);
			}
		}
		return new Clean(apply(lines, all));
	}

	private static String apply(List<String> lines, List<Replacement> replacements) {
		List<String> merged = new ArrayList<>(lines);
		replacements.stream().sorted(Comparator.comparingInt(Replacement::start).reversed()).forEach((replacement) -> {
			merged.subList(replacement.start(), replacement.end()).clear();
			merged.addAll(replacement.start(), replacement.now());
		});
		return String.join("", merged);
	}

	/**
	 * Both edits fit.
	 *
	 * @param text the text with both
	 */
	record Clean(String text) implements Merge {
	}

	/** A person has to decide. */
	record Conflict() implements Merge {
	}

}
