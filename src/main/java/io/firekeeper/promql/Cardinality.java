package io.firekeeper.promql;

/** How many series of each side match. */
public enum Cardinality {

	/** One series of each side. */
	ONE_TO_ONE("one-to-one"),

	/** {@code group_left}: many of the left side. */
	MANY_TO_ONE("many-to-one"),

	/** {@code group_right}: many of the right side. */
	ONE_TO_MANY("one-to-many"),

	/** Set operators. */
	MANY_TO_MANY("many-to-many");

	private final String code;

	Cardinality(String code) {
		this.code = code;
	}

	/** The name in APIs. */
	public String code() {
		return this.code;
	}

}
