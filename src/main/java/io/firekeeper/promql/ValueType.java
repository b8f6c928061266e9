package io.firekeeper.promql;

/**
 * The type of an expression's value (prometheus/prometheus
 * {@code promql/parser/value.go}).
 */
public enum ValueType {

	/** A single number. */
	SCALAR("scalar", "scalar"),

	/** Series with one sample each: an instant vector. */
	VECTOR("vector", "instant vector"),

	/** Series with samples over a window: a range vector. */
	MATRIX("matrix", "range vector"),

	/** A text. */
	STRING("string", "string");

	private final String code;

	private final String documented;

	ValueType(String code, String documented) {
		this.code = code;
		this.documented = documented;
	}

	/** The name in APIs, such as {@code vector}. */
	public String code() {
		return this.code;
	}

	/** The name in documentation and error texts, such as {@code instant vector}. */
	public String documented() {
		return this.documented;
	}

}
