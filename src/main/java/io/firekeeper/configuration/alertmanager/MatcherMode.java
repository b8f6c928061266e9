package io.firekeeper.configuration.alertmanager;

import java.util.List;
import java.util.stream.Collectors;

import io.firekeeper.configuration.LabelNames;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.promql.Release;
import org.jspecify.annotations.Nullable;

/**
 * How matchers and names of labels are read (prometheus/alertmanager
 * {@code matcher/compat/parse.go}).
 */
enum MatcherMode {

	/** Up to 0.26, and with {@code --enable-feature=classic-mode}. */
	CLASSIC {

		@Override
		ParsedMatchers parse(String text, Release release) {
			return new ParsedMatchers(ClassicMatchers.parse(text, release), null, List.of());
		}

	},

	/**
	 * Since 0.27: what the parser with Unicode refuses or reads otherwise is read as
	 * before, with a warning.
	 */
	FALLBACK {

		@Override
		ParsedMatchers parse(String text, Release release) {
			List<LabelMatcher> modern = parsedOrNull(text, release);
			if (modern == null) {
				List<LabelMatcher> classic = ClassicMatchers.parse(text, release);
				String suggestion = classic.stream().map(LabelMatcher::toString).collect(Collectors.joining(","));
				return new ParsedMatchers(classic, "matcher-classic", List.of(text, suggestion));
			}
			return agreed(text, release, modern);
		}

	};

	/** How a version reads them without a feature flag. */
	static MatcherMode of(TargetVersion version) {
		return version.isAtLeast(0, 27) ? FALLBACK : CLASSIC;
	}

	/**
	 * Reads the matchers of one line.
	 * @param release the release of Prometheus with the same regular expressions
	 * @throws MatcherSyntaxException when the version would refuse it
	 */
	abstract ParsedMatchers parse(String text, Release release);

	/** Whether a text is the name of a label. */
	boolean isLabel(String name) {
		return LabelNames.isLabel(name, this != CLASSIC);
	}

	private static @Nullable List<LabelMatcher> parsedOrNull(String text, Release release) {
		try {
			return UnicodeMatchers.parse(text, release);
		}
		catch (MatcherSyntaxException _) {
			return null;
		}
	}

	private static ParsedMatchers agreed(String text, Release release, List<LabelMatcher> modern) {
		try {
			List<LabelMatcher> classic = ClassicMatchers.parse(text, release);
			if (!classic.equals(modern) || classic.isEmpty()) {
				return new ParsedMatchers(classic, "matcher-ambiguous", List.of(text));
			}
		}
		catch (MatcherSyntaxException _) {
			return new ParsedMatchers(modern, null, List.of());
		}
		return new ParsedMatchers(modern, null, List.of());
	}

}
