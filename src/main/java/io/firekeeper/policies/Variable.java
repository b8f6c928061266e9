package io.firekeeper.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable within a text: {@code $(cluster.region)}, {@code $(replica.name)},
 * {@code $(secret.pagerduty)}, or a {@code $(…)} that is somebody else's.
 *
 * @param scope whose it is
 * @param name what stands after the scope, or the whole name when it is foreign
 * @param start index of its first character
 * @param end index after its last character
 */
public record Variable(Scope scope, String name, int start, int end) {

	private static final Pattern PATTERN = Pattern
		.compile("\\$\\((?:(cluster|replica|secret)\\.([^()]*)|([A-Za-z_][A-Za-z0-9_.-]*))\\)");

	/** Behind a backslash they stand for any character, or join lines. */
	private static final String HIDING_ESCAPES = "xuU\r\n";

	/** The variables of a text, in order. */
	public static List<Variable> in(String text) {
		if (!text.contains("$(")) {
			return List.of();
		}
		List<Variable> variables = new ArrayList<>();
		for (Matcher matcher = PATTERN.matcher(text); matcher.find();) {
			variables.add(of(matcher));
		}
		return variables;
	}

	/**
	 * Whether a scalar of a YAML text may have a variable: between double quotes, escapes
	 * can hide one.
	 */
	public static boolean mayOccurInYaml(String text) {
		if (text.contains("$(")) {
			return true;
		}
		for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1)) {
			if (at + 1 < text.length() && HIDING_ESCAPES.indexOf(text.charAt(at + 1)) >= 0) {
				return true;
			}
		}
		return false;
	}

	/** Whether a text has a variable that Firekeeper replaces. */
	public static boolean occursIn(String text) {
		return text.contains("$(") && in(text).stream().anyMatch((variable) -> variable.scope() != Scope.FOREIGN);
	}

	private static Variable of(Matcher matcher) {
		String scope = matcher.group(1);
		return (scope == null) ? new Variable(Scope.FOREIGN, matcher.group(3), matcher.start(), matcher.end())
				: new Variable(Scope.valueOf(scope.toUpperCase(Locale.ROOT)), matcher.group(2), matcher.start(),
						matcher.end());
	}

	/** As it is written. */
	@Override
	public String toString() {
		return (this.scope == Scope.FOREIGN) ? "$(" + this.name + ")"
				: "$(" + this.scope.name().toLowerCase(Locale.ROOT) + "." + this.name + ")";
	}

	/** Where the value of a variable comes from. */
	public enum Scope {

		/** The cluster's name or one of its labels. */
		CLUSTER,

		/** The replica's name or one of its labels. */
		REPLICA,

		/** The secret store; it stays a reference until delivery. */
		SECRET,

		/** Not ours: left as it is. */
		FOREIGN

	}

}
