package io.firekeeper.revisions.text;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;

/**
 * Items in one list that others take the place of in another.
 *
 * @param start where the replaced ones begin
 * @param old the replaced ones, maybe none
 * @param newStart where the new ones begin
 * @param now the new ones, maybe none
 */
record Replacement(int start, List<String> old, int newStart, List<String> now) {

	private static final int LONG = 4_000;

	Replacement {
		old = List.copyOf(old);
		now = List.copyOf(now);
	}

	/**
	 * What leads from one list to another, in order; between two there is always
	 * something equal. Long lists are cut at lines that stand once on both sides, and
	 * what is still long then is replaced as a whole: an exact answer would take time
	 * that grows with the square of the length.
	 */
	static List<Replacement> between(List<String> before, List<String> after) {
		List<Replacement> replacements = new ArrayList<>();
		if (isLong(before, after)) {
			int from = 0;
			int newFrom = 0;
			for (Anchors.Anchor anchor : Anchors.between(before, after)) {
				compare(before, from, anchor.before(), after, newFrom, anchor.after(), replacements);
				from = anchor.before() + 1;
				newFrom = anchor.after() + 1;
			}
			compare(before, from, before.size(), after, newFrom, after.size(), replacements);
		}
		else {
			compare(before, 0, before.size(), after, 0, after.size(), replacements);
		}
		return replacements;
	}

	private static void compare(List<String> before, int from, int to, List<String> after, int newFrom, int newTo,
			List<Replacement> replacements) {
		List<String> old = before.subList(from, to);
		List<String> now = after.subList(newFrom, newTo);
		if (isLong(old, now)) {
			add(replacements, new Replacement(from, old, newFrom, now));
			return;
		}
		for (AbstractDelta<String> delta : DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
			Chunk<String> source = delta.getSource();
			Chunk<String> target = delta.getTarget();
			add(replacements, new Replacement(from + source.getPosition(), source.getLines(),
					newFrom + target.getPosition(), target.getLines()));
		}
	}

	private static boolean isLong(List<String> before, List<String> after) {
		return before.size() + after.size() > LONG;
	}

	private static void add(List<Replacement> replacements, Replacement next) {
		boolean joins = !replacements.isEmpty() && replacements.getLast().reaches(next);
		replacements.add(joins ? replacements.removeLast().with(next) : next);
	}

	private boolean reaches(Replacement next) {
		return end() == next.start && newEnd() == next.newStart;
	}

	private Replacement with(Replacement next) {
		return new Replacement(this.start, joined(this.old, next.old), this.newStart, joined(this.now, next.now));
	}

	private static List<String> joined(List<String> first, List<String> second) {
		List<String> joined = new ArrayList<>(first);
		joined.addAll(second);
		return joined;
	}

	/** Where the replaced ones end. */
	int end() {
		return this.start + this.old.size();
	}

	/** Where the new ones end. */
	int newEnd() {
		return this.newStart + this.now.size();
	}

	/** Whether both replace the same by the same. */
	boolean isSameAs(Replacement other) {
		return this.start == other.start && this.old.equals(other.old) && this.now.equals(other.now);
	}

	/** Whether they overlap or adjoin in the list that both start from. */
	boolean touches(Replacement other) {
		return this.start <= other.end() && other.start <= end();
	}

}
