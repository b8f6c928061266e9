package io.firekeeper.promql.analysis;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.VectorSelector;

/** What the matchers of a selector say about labels. */
final class SelectedLabels {

	private SelectedLabels() {
	}

	static Labels of(VectorSelector selector) {
		Labels labels = Labels.any();
		for (Matcher matcher : selector.matchers()) {
			if (!acceptsEmpty(matcher)) {
				labels = labels.with(matcher.label(), labels.of(matcher.label()).and(present(matcher)));
			}
			else if (isOnlyEmpty(matcher)) {
				labels = labels.without(matcher.label(), Fate.Reason.MATCHER, matcher.range());
			}
		}
		return (selector.name() != null) ? labels.with(Matcher.METRIC_NAME, Fate.present(selector.range())) : labels;
	}

	private static Fate present(Matcher matcher) {
		return (matcher.type() == MatchType.EQUAL) ? Fate.present(matcher.range(), matcher.value())
				: Fate.present(matcher.range());
	}

	/** Whether a series without the label fits. */
	static boolean acceptsEmpty(Matcher matcher) {
		return switch (matcher.type()) {
			case EQUAL -> matcher.value().isEmpty();
			case NOT_EQUAL -> !matcher.value().isEmpty();
			case REGEX -> matches(matcher.value(), "");
			case NOT_REGEX -> !matches(matcher.value(), "");
		};
	}

	/** Whether only series without the label fit. */
	private static boolean isOnlyEmpty(Matcher matcher) {
		return switch (matcher.type()) {
			case EQUAL, REGEX -> matcher.value().isEmpty();
			case NOT_EQUAL -> false;
			case NOT_REGEX -> matcher.value().equals(".+");
		};
	}

	static boolean matches(String regex, String value) {
		try {
			return Pattern.compile("^(?s:" + regex + ")$").matches(value);
		}
		catch (PatternSyntaxException ex) {
			return true; // the parser judges expressions; here nothing is known then
		}
	}

}
