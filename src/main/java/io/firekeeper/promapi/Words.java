package io.firekeeper.promapi;

import java.util.regex.Pattern;

/**
 * Texts of a replica, cut to a length that can be stored and shown. They stay hostile.
 */
final class Words {

	private static final int MAXIMUM = 4000;

	private static final int EXCERPT = 300;

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

	private static final Pattern MARKUP = Pattern.compile("(?is)<(script|style)\\b.*?(</\\1\\s*>|$)|<[^>]*(>|$)");

	private Words() {
	}

	/** An error of the replica. */
	static String of(String text) {
		return cut(CONTROL.matcher(cut(text, 2 * MAXIMUM)).replaceAll("").strip(), MAXIMUM);
	}

	/** The beginning of a page that is not this API, without its markup. */
	static String excerpt(String page) {
		String text = MARKUP.matcher(cut(page, 16 * MAXIMUM)).replaceAll(" ");
		return cut(of(text).replaceAll("\\s+", " "), EXCERPT);
	}

	private static String cut(String text, int maximum) {
		if (text.length() <= maximum) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(maximum - 1)) ? maximum - 1 : maximum;
		return text.substring(0, end);
	}

}
