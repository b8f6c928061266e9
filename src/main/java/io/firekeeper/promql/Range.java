package io.firekeeper.promql;

/**
 * A part of a source text, in UTF-16 code units as {@link String#substring(int, int)}
 * counts them. Prometheus itself counts bytes of UTF-8; see
 * {@link SourcePosition#ofBytes}.
 *
 * @param start offset of the first unit
 * @param end offset behind the last unit
 */
public record Range(int start, int end) {

	/** The text of this range. */
	public String in(String text) {
		return text.substring(this.start, this.end);
	}

	/** Where it starts, as editors count: lines and UTF-16 columns from 1. */
	public SourcePosition position(String text) {
		return SourcePosition.of(text, this.start);
	}

	public boolean contains(int offset) {
		return this.start <= offset && offset < this.end;
	}

}
