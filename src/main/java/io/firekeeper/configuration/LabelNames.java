package io.firekeeper.configuration;

import com.google.re2j.Pattern;

/**
 * Names of labels and metrics (prometheus/common {@code model/labels.go},
 * {@code model/metric.go}): ASCII words before 3.0 and where the validation scheme is
 * {@code legacy}, any non-empty text else.
 */
public final class LabelNames {

	private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

	private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");

	private static final Pattern TEMPLATE = Pattern.compile("(?:(?:[a-zA-Z_]|\\$(?:\\{\\w+\\}|\\w+))+\\w*)+");

	private LabelNames() {
	}

	/** Whether it is the name of a label. */
	public static boolean isLabel(String name, boolean unicode) {
		return unicode ? isText(name) : LABEL.matcher(name).matches();
	}

	static boolean isMetric(String name, boolean unicode) {
		return unicode ? isText(name) : METRIC.matcher(name).matches();
	}

	/** Whether a name is valid that may hold references to groups of a regex. */
	static boolean isTemplate(String name, boolean unicode) {
		return unicode ? isText(name) : TEMPLATE.matcher(name).matches();
	}

	/** Whether a text is valid UTF-8 once it is written. */
	static boolean isValue(String text) {
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			if (Character.getType(text.codePointAt(at)) == Character.SURROGATE) {
				return false;
			}
		}
		return true;
	}

	private static boolean isText(String name) {
		return !name.isEmpty() && isValue(name);
	}

}
