package io.firekeeper.audit;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import io.firekeeper.web.FileDiff;
import org.jspecify.annotations.Nullable;

/**
 * The states before and after as one diff.
 */
final class EntryDiff {

	private static final int MOST_LINES = 1000;

	private final List<FileDiff.Line> lines = new ArrayList<>();

	private int oldNumber;

	private int newNumber;

	private int added;

	private int removed;

	private EntryDiff() {
	}

	/** The diff; {@code null} for an entry without states, or with very long ones. */
	static @Nullable FileDiff of(AuditEntry entry) {
		List<String> before = lines(entry.before());
		List<String> after = lines(entry.after());
		int lines = before.size() + after.size();
		if (lines == 0 || lines > MOST_LINES) {
			return null;
		}
		EntryDiff diff = new EntryDiff();
		DiffUtils.diff(before, after, true).getDeltas().forEach(diff::add);
		return new FileDiff(entry.objectType() + " " + entry.objectId(), diff.added, diff.removed, false,
				List.of(new FileDiff.Hunk(1, 1, diff.lines)));
	}

	private void add(AbstractDelta<String> delta) {
		if (delta.getType() == DeltaType.EQUAL) {
			delta.getSource().getLines().forEach(this::same);
			return;
		}
		delta.getSource().getLines().forEach(this::remove);
		delta.getTarget().getLines().forEach(this::add);
	}

	private void same(String text) {
		this.lines.add(line(++this.oldNumber, ++this.newNumber, FileDiff.Kind.SAME, text));
	}

	private void remove(String text) {
		this.removed++;
		this.lines.add(line(++this.oldNumber, null, FileDiff.Kind.REMOVED, text));
	}

	private void add(String text) {
		this.added++;
		this.lines.add(line(null, ++this.newNumber, FileDiff.Kind.ADDED, text));
	}

	private static FileDiff.Line line(@Nullable Integer oldNumber, @Nullable Integer newNumber, FileDiff.Kind kind,
			String text) {
		return new FileDiff.Line(oldNumber, newNumber, kind, List.of(new FileDiff.Segment(text, false)));
	}

	private static List<String> lines(@Nullable String text) {
		return (text != null) ? text.lines().toList() : List.of();
	}

}
