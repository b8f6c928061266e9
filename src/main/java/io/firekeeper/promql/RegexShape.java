package io.firekeeper.promql;

import java.util.ArrayDeque;
import java.util.Deque;

import com.google.re2j.PatternSyntaxException;

/**
 * How large a regular expression is, element by element, to refuse what Go refuses (Go
 * {@code regexp/syntax/parse.go}, {@code checkLimits} and {@code repeatIsValid}): RE2/J
 * has none of these limits and would fill the memory.
 */
final class RegexShape {

	/** The upper bound of a repetition without one. */
	static final int NO_END = -1;

	private static final int MOST_REPEATS = 1000;

	private static final int DEEPEST = 1000;

	/** 128 MB of instructions of 40 bytes. */
	private static final long LARGEST = (128L << 20) / 40;

	private final Deque<Level> open = new ArrayDeque<>();

	private Level level = new Level(false);

	/** Reads the count of a repetition; one that is too large for a number is one. */
	static int count(String digits) {
		String plain = digits.replaceFirst("^0+(?=.)", "");
		return (plain.length() > 4) ? MOST_REPEATS + 1 : Integer.parseInt(plain);
	}

	/** A character, a class or an escape. */
	void literal() {
		this.level.add(new Node(1, 1, 1));
	}

	void alternative() {
		this.level.endAlternative();
	}

	void open(boolean capturing) {
		this.open.push(this.level);
		this.level = new Level(capturing);
	}

	/** One that closes nothing is for the parser to refuse. */
	void close() {
		if (!this.open.isEmpty()) {
			Node group = this.level.group();
			this.level = this.open.pop();
			this.level.add(checked(group));
		}
	}

	/** A repetition of what stands before it. */
	void repeat(int least, int most) {
		Node node = this.level.last;
		boolean counted = least > 1 || most > 1;
		long factor = Math.max(1, (most == NO_END) ? least : most);
		long repeats = (most == 0) ? 1 : Math.min(node.repeats() * factor, Integer.MAX_VALUE);
		if (least > MOST_REPEATS || most > MOST_REPEATS || counted && repeats > MOST_REPEATS) {
			throw new PatternSyntaxException("invalid repeat count", "");
		}
		this.level.replaceLast(checked(new Node(node.size() * factor + 2, node.height() + 1, repeats)));
	}

	/** The whole is put between anchors, which is a level of its own. */
	void end() {
		Node whole = this.level.group();
		checked(new Node(whole.size(), whole.height() + 1, whole.repeats()));
	}

	private static Node checked(Node node) {
		if (node.height() > DEEPEST) {
			throw new PatternSyntaxException("expression nests too deeply", "");
		}
		if (node.size() > LARGEST) {
			throw new PatternSyntaxException("expression too large", "");
		}
		return node;
	}

	/**
	 * A part of the expression.
	 *
	 * @param size how many instructions it takes
	 * @param height how deep it nests
	 * @param repeats the product of the counted repetitions within each other
	 */
	private record Node(long size, int height, long repeats) {

		private static final Node EMPTY = new Node(1, 1, 1);

	}

	/** What stands between the parentheses of a group. */
	private static final class Level {

		private final boolean capturing;

		private Node last = Node.EMPTY;

		private long sizeBefore;

		private int heightBefore = 1;

		private long repeatsBefore = 1;

		private int alternatives;

		Level(boolean capturing) {
			this.capturing = capturing;
		}

		void add(Node node) {
			settle();
			this.last = node;
		}

		void replaceLast(Node node) {
			this.last = node;
		}

		void endAlternative() {
			settle();
			this.last = Node.EMPTY;
			this.alternatives++;
		}

		private void settle() {
			this.sizeBefore += this.last.size();
			this.heightBefore = Math.max(this.heightBefore, this.last.height());
			this.repeatsBefore = Math.max(this.repeatsBefore, this.last.repeats());
		}

		Node group() {
			settle();
			int own = (this.capturing ? 1 : 0) + ((this.alternatives > 0) ? 1 : 0);
			return new Node(this.sizeBefore + 2, this.heightBefore + own, this.repeatsBefore);
		}

	}

}
