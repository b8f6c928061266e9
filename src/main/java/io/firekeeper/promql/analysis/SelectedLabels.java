package io.firekeeper.promql.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.re2j.PatternSyntaxException;
import io.firekeeper.promql.GoRegex;
import io.firekeeper.promql.MatchType;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.Release;
import io.firekeeper.promql.VectorSelector;

/** What the matchers of a selector say about labels. */
final class SelectedLabels {

	private SelectedLabels() {
	}

	static Labels of(VectorSelector selector) {
		Map<String, Fate> known = new HashMap<>();
		for (Matcher matcher : selector.matchers()) {
			Fate fate = known.getOrDefault(matcher.label(), Fate.POSSIBLE);
			if (!acceptsEmpty(matcher)) {
				known.put(matcher.label(), fate.and(present(matcher)));
			}
			else if (isOnlyEmpty(matcher) && !fate.isAbsent()) {
				known.put(matcher.label(), Fate.absent(Fate.Reason.MATCHER, matcher.range()));
			}
		}
		if (selector.name() != null) {
			known.put(Matcher.METRIC_NAME, Fate.present(selector.range(), selector.name()));
		}
		return Labels.any(known);
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
			case REGEX -> matchesEmpty(matcher.value());
			case NOT_REGEX -> !matchesEmpty(matcher.value());
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

	private static boolean matchesEmpty(String regex) {
		if (isPlain(regex)) {
			return List.of(regex.split("\\|", -1)).contains("");
		}
		try {
			return GoRegex.compile(regex, Release.NEWEST).matches("");
		}
		catch (PatternSyntaxException ex) {
			return true; // the parser judges expressions; here nothing is known then
		}
	}

	/** Whether it lists texts: those need no matching. */
	private static boolean isPlain(String regex) {
		for (int index = 0; index < regex.length(); index++) {
			char character = regex.charAt(index);
			boolean plain = Character.isLetterOrDigit(character) || "_-/:|".indexOf(character) >= 0;
			if (!plain) {
				return false;
			}
		}
		return true;
	}

}
