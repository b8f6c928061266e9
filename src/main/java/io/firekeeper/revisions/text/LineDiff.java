package io.firekeeper.revisions.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts, line by line, in hunks with {@value #CONTEXT} lines around
 * them.
 *
 * @param hunks in order
 * @param added how many lines were added
 * @param removed how many lines were removed
 */
public record LineDiff(List<Hunk> hunks, int added, int removed) {

	private static final int CONTEXT = 3;

	public LineDiff {
		hunks = List.copyOf(hunks);
	}

	public static LineDiff of(String before, String after) {
		return new Comparison(Lines.of(before), Lines.of(after)).run();
	}

	/** How many lines changed on both sides. */
	public int changed() {
		return this.added + this.removed;
	}

	/**
	 * Lines that stand together.
	 *
	 * @param lines in order
	 */
	public record Hunk(List<Line> lines) {

		public Hunk {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * A line on one side or both.
	 *
	 * @param before its number in the text before, 0 when it was added
	 * @param after its number in the text after, 0 when it was removed
	 * @param text without its end
	 * @param counterpart what it replaces or is replaced by, empty for none
	 */
	public record Line(int before, int after, String text, String counterpart) {
	}

	/** One comparison. */
	private static final class Comparison {

		private final List<String> before;

		private final List<String> after;

		private final List<Hunk> hunks = new ArrayList<>();

		private List<Line> current = new ArrayList<>();

		private int nextBefore;

		private int nextAfter;

		private int added;

		private int removed;

		Comparison(List<String> before, List<String> after) {
			this.before = before;
			this.after = after;
		}

		LineDiff run() {
			int head = commonHead();
			int tail = commonTail(head);
			Replacement
				.between(this.before.subList(head, this.before.size() - tail),
						this.after.subList(head, this.after.size() - tail))
				.forEach((replacement) -> add(replacement, head));
			finish();
			return new LineDiff(this.hunks, this.added, this.removed);
		}

		private int commonHead() {
			int most = Math.min(this.before.size(), this.after.size());
			int head = 0;
			while (head < most && this.before.get(head).equals(this.after.get(head))) {
				head++;
			}
			return head;
		}

		private int commonTail(int head) {
			int most = Math.min(this.before.size(), this.after.size()) - head;
			int tail = 0;
			while (tail < most && this.before.get(this.before.size() - 1 - tail)
				.equals(this.after.get(this.after.size() - 1 - tail))) {
				tail++;
			}
			return tail;
		}

		private void add(Replacement replacement, int shift) {
			int start = replacement.start() + shift;
			boolean apart = !this.current.isEmpty() && start - this.nextBefore > 2 * CONTEXT;
			if (apart || this.current.isEmpty()) {
				finish();
				this.nextAfter += Math.max(0, start - CONTEXT - this.nextBefore);
				this.nextBefore = Math.max(this.nextBefore, start - CONTEXT);
			}
			same(start);
			change(replacement.old(), replacement.now());
		}

		private void change(List<String> old, List<String> now) {
			for (int line = 0; line < old.size(); line++) {
				this.current.add(new Line(++this.nextBefore, 0, Lines.content(old.get(line)), counterpart(now, line)));
			}
			for (int line = 0; line < now.size(); line++) {
				this.current.add(new Line(0, ++this.nextAfter, Lines.content(now.get(line)), counterpart(old, line)));
			}
			this.removed += old.size();
			this.added += now.size();
		}

		private static String counterpart(List<String> lines, int line) {
			return (line < lines.size()) ? Lines.content(lines.get(line)) : "";
		}

		private void same(int until) {
			while (this.nextBefore < Math.min(until, this.before.size())) {
				String text = Lines.content(this.before.get(this.nextBefore));
				this.current.add(new Line(++this.nextBefore, ++this.nextAfter, text, ""));
			}
		}

		private void finish() {
			if (!this.current.isEmpty()) {
				same(this.nextBefore + CONTEXT);
				this.hunks.add(new Hunk(this.current));
				this.current = new ArrayList<>();
			}
		}

	}

}
