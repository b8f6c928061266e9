package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.revisions.text.LineDiff;
import io.firekeeper.revisions.text.Words;
import io.firekeeper.web.FileDiff;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the component {@code diff} shows.
 */
final class FileDiffs {

	/** With more changed lines than this a file is shown folded and loaded on demand. */
	static final int MOST_CHANGED = 2_000;

	/** How many lines are shown at once. */
	static final int PAGE = 5_000;

	private static final int OPENED = 200;

	private FileDiffs() {
	}

	/** The whole difference, or only its size when it is too large to show at once. */
	static FileDiff of(String path, String before, String after) {
		LineDiff diff = LineDiff.of(before, after);
		boolean tooLarge = diff.changed() > MOST_CHANGED;
		List<FileDiff.Hunk> hunks = tooLarge ? List.of() : diff.hunks().stream().map(FileDiffs::hunk).toList();
		return new FileDiff(path, diff.added(), diff.removed(), diff.changed() <= OPENED, hunks);
	}

	/** A page of a large difference, from a line of it. */
	static FileDiff page(String path, String before, String after, int from) {
		LineDiff diff = LineDiff.of(before, after);
		List<FileDiff.Hunk> hunks = new ArrayList<>();
		int skipped = 0;
		for (LineDiff.Hunk hunk : diff.hunks()) {
			int start = Math.clamp((long) from - skipped, 0, hunk.lines().size());
			int end = Math.clamp((long) from + PAGE - skipped, 0, hunk.lines().size());
			skipped += hunk.lines().size();
			if (start < end) {
				hunks.add(hunk(new LineDiff.Hunk(hunk.lines().subList(start, end))));
			}
		}
		return new FileDiff(path, diff.added(), diff.removed(), true, hunks);
	}

	/** How many lines all hunks of a difference have. */
	static int length(String before, String after) {
		return LineDiff.of(before, after).hunks().stream().mapToInt((hunk) -> hunk.lines().size()).sum();
	}

	private static FileDiff.Hunk hunk(LineDiff.Hunk hunk) {
		int oldStart = hunk.lines()
			.stream()
			.mapToInt(LineDiff.Line::before)
			.filter((line) -> line > 0)
			.findFirst()
			.orElse(0);
		int newStart = hunk.lines()
			.stream()
			.mapToInt(LineDiff.Line::after)
			.filter((line) -> line > 0)
			.findFirst()
			.orElse(0);
		return new FileDiff.Hunk(oldStart, newStart, hunk.lines().stream().map(FileDiffs::line).toList());
	}

	private static FileDiff.Line line(LineDiff.Line line) {
		List<FileDiff.Segment> segments = Words.of(line.text(), line.counterpart())
			.stream()
			.map((part) -> new FileDiff.Segment(part.text(), part.changed()))
			.toList();
		return new FileDiff.Line(number(line.before()), number(line.after()), kind(line), segments);
	}

	private static FileDiff.Kind kind(LineDiff.Line line) {
		if (line.before() == 0) {
			return FileDiff.Kind.ADDED;
		}
		return (line.after() == 0) ? FileDiff.Kind.REMOVED : FileDiff.Kind.SAME;
	}

	private static @Nullable Integer number(int line) {
		return (line > 0) ? line : null;
	}

}
