package io.firekeeper.promql;

/**
 * A condition on one label. A quoted metric name inside braces ({@code {"a.b"}}) is an
 * equal matcher of {@code __name__}.
 *
 * @param label the label's name
 * @param type how it compares
 * @param value the value, or the regular expression (RE2, matched against the whole
 * value)
 * @param range where
 */
public record Matcher(String label, MatchType type, String value, Range range) {

	/** The label that carries a metric's name. */
	public static final String METRIC_NAME = "__name__";

	/** Whether it asks for the metric's name. */
	public boolean isOnName() {
		return this.label.equals(METRIC_NAME);
	}

}
