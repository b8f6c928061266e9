package io.firekeeper.configuration;

/**
 * Counts what a document grows to when its aliases are expanded. Limits as in go-yaml
 * {@code decode.go}, and the expanded text may be no larger than the text itself may be.
 */
final class YamlExpansion {

	private static final double SMALL_DOCUMENT = 400_000;

	private static final double LARGE_DOCUMENT = 4_000_000;

	private final long maxCharacters;

	private long nodes;

	private long aliasedNodes;

	private long characters;

	YamlExpansion(long maxCharacters) {
		this.maxCharacters = maxCharacters;
	}

	void count(String text) {
		this.nodes++;
		this.characters += text.length();
	}

	/** Adds an alias to what an anchor holds; {@code false} when that is too much. */
	boolean allowsAlias(Size size) {
		this.nodes += size.nodes();
		this.aliasedNodes += size.nodes();
		this.characters += size.characters();
		boolean excessive = this.aliasedNodes > 100 && this.nodes > 1000
				&& this.aliasedNodes > this.nodes * allowedRatio();
		return !excessive && this.characters <= this.maxCharacters;
	}

	private double allowedRatio() {
		double share = (this.nodes - SMALL_DOCUMENT) / (LARGE_DOCUMENT - SMALL_DOCUMENT);
		return 0.99 - 0.89 * Math.clamp(share, 0.0, 1.0);
	}

	Size size() {
		return new Size(this.nodes, this.characters);
	}

	/**
	 * A part of a document, expanded.
	 *
	 * @param nodes how many nodes
	 * @param characters how much text
	 */
	record Size(long nodes, long characters) {

		static final Size NONE = new Size(0, 0);

		Size minus(Size other) {
			return new Size(this.nodes - other.nodes, this.characters - other.characters);
		}

	}

}
