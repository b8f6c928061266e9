package io.firekeeper.configuration.alertmanager;

import java.util.regex.Pattern;

/** Patterns for names of files as Go reads them ({@code path/filepath/match.go}). */
final class GoGlob {

	private static final String MEMBER = "(?:\\\\.|[^\\\\\\]-])";

	private static final Pattern PATTERN = Pattern.compile("(?s)(?:[^\\[\\\\]|\\\\.|\\[\\^?" + MEMBER + "(?:-" + MEMBER
			+ ")?(?:" + MEMBER + "(?:-" + MEMBER + ")?)*+\\])*+");

	private GoGlob() {
	}

	/** Whether Go takes it for a pattern. */
	static boolean isValid(String pattern) {
		return PATTERN.matcher(pattern).matches();
	}

}
