package io.firekeeper.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The differences of one file as the component {@code diff} shows them.
 *
 * @param path the file
 * @param added the number of added lines
 * @param removed the number of removed lines
 * @param opened whether it is shown unfolded
 * @param hunks the differences with their surroundings
 */
public record FileDiff(String path, int added, int removed, boolean opened, List<Hunk> hunks) {

	public FileDiff {
		hunks = List.copyOf(hunks);
	}

	/**
	 * Lines that stand together.
	 *
	 * @param oldStart the first line in the old file
	 * @param newStart the first line in the new file
	 * @param lines the lines
	 */
	public record Hunk(int oldStart, int newStart, List<Line> lines) {

		public Hunk {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * One line.
	 *
	 * @param oldNumber its number in the old file, {@code null} if added
	 * @param newNumber its number in the new file, {@code null} if removed
	 * @param kind what happened to it
	 * @param segments its text, cut where it changed
	 */
	public record Line(@Nullable Integer oldNumber, @Nullable Integer newNumber, Kind kind, List<Segment> segments) {

		public Line {
			segments = List.copyOf(segments);
		}

	}

	/**
	 * A part of a line.
	 *
	 * @param text the text
	 * @param changed whether it differs from the other side
	 */
	public record Segment(String text, boolean changed) {
	}

	/** What happened to a line. */
	public enum Kind {

		SAME, ADDED, REMOVED;

		/** The name, as a property for templates. */
		public String getName() {
			return name();
		}

	}

}
