package io.firekeeper.configuration.alertmanager;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

import com.google.re2j.Pattern;
import io.firekeeper.promql.GoRegex;
import io.firekeeper.promql.Release;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a label of an alert; a label that is missing has the empty value
 * (prometheus/alertmanager {@code pkg/labels/matcher.go}).
 */
public final class LabelMatcher {

	/** The order in which Alertmanager prints the matchers of a route. */
	static final Comparator<LabelMatcher> ORDER = Comparator.comparing(LabelMatcher::name, GoText.BY_CODE_POINT)
		.thenComparing(LabelMatcher::value, GoText.BY_CODE_POINT)
		.thenComparing(LabelMatcher::operator);

	private final String name;

	private final MatchOperator operator;

	private final String value;

	private final @Nullable Pattern pattern;

	/**
	 * Creates a matcher.
	 * @param release the release of Prometheus with the same regular expressions
	 * @throws com.google.re2j.PatternSyntaxException when the value is to be a regular
	 * expression and is none
	 */
	LabelMatcher(String name, MatchOperator operator, String value, Release release) {
		this.name = name;
		this.operator = operator;
		this.value = value;
		this.pattern = operator.isRegex() ? GoRegex.compile(value, release, 0) : null;
	}

	/** The name of the label. */
	public String name() {
		return this.name;
	}

	public MatchOperator operator() {
		return this.operator;
	}

	/** The text or the regular expression. */
	public String value() {
		return this.value;
	}

	/** Whether an alert with these labels meets it. */
	public boolean matches(Map<String, String> labels) {
		return matches(labels.getOrDefault(this.name, ""));
	}

	boolean matches(String text) {
		boolean found = (this.pattern != null) ? this.pattern.matcher(text).matches() : this.value.equals(text);
		return found != this.operator.isNegative();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LabelMatcher matcher && this.name.equals(matcher.name)
				&& this.operator == matcher.operator && this.value.equals(matcher.value);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.name, this.operator, this.value);
	}

	/** As Alertmanager prints it: {@code team="blue"}. */
	@Override
	public String toString() {
		if (this.name.codePoints().anyMatch(MatcherLexer::isReserved)) {
			return GoText.quote(this.name) + this.operator.symbol() + GoText.quote(this.value);
		}
		String escaped = this.value.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
		return this.name + this.operator.symbol() + '"' + escaped + '"';
	}

}
