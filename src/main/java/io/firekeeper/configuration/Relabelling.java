package io.firekeeper.configuration;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.firekeeper.promql.GoRegex;
import org.jspecify.annotations.Nullable;

/**
 * Applies relabelling steps to labels (prometheus/prometheus
 * {@code model/relabel/relabel.go}). The steps have been checked.
 */
final class Relabelling {

	/** The regular expression of a step that has none. */
	private static final String DEFAULT = "(.*)";

	/** A reference to a group in a template. */
	private static final java.util.regex.Pattern REFERENCE = java.util.regex.Pattern
		.compile("\\$(?:\\$|\\w+|\\{\\w+\\})");

	private final List<Step> steps;

	private final boolean unicode;

	Relabelling(List<TypedStruct> steps, Checking checking) {
		this.steps = steps.stream()
			.map((step) -> new Step(step, GoRegex.compile(step.text("regex"), checking.version().release())))
			.toList();
		this.unicode = checking.unicode();
	}

	/** Changes the labels; {@code false} when a step drops them. */
	boolean apply(Map<String, String> labels) {
		return this.steps.stream().allMatch((step) -> apply(step, labels));
	}

	private boolean apply(Step step, Map<String, String> labels) {
		String value = step.value(labels);
		switch (step.action()) {
			case "drop", "keep" -> {
				return (step.groups(value) != null) == step.action().equals("keep");
			}
			case "dropequal", "keepequal" -> {
				return labels.getOrDefault(step.target(), "").equals(value) == step.action().equals("keepequal");
			}
			case "lowercase" -> set(labels, step.target(), value.toLowerCase(Locale.ROOT));
			case "uppercase" -> set(labels, step.target(), value.toUpperCase(Locale.ROOT));
			case "hashmod" ->
				set(labels, step.target(), hash(value).mod(new BigInteger(step.text("modulus"))).toString());
			case "replace" -> replace(step, value, labels);
			default -> new TreeMap<>(labels).forEach((name, kept) -> name(step, name, kept, labels));
		}
		return true;
	}

	private void replace(Step step, String value, Map<String, String> labels) {
		UnaryOperator<String> groups = step.groups(value);
		if (groups == null) {
			return;
		}
		String target = expand(groups, step.target());
		if (LabelNames.isLabel(target, this.unicode)) {
			set(labels, target, expand(groups, step.text("replacement")));
		}
	}

	private static void name(Step step, String name, String value, Map<String, String> labels) {
		UnaryOperator<String> groups = step.groups(name);
		if (step.action().equals("labelmap") && groups != null) {
			set(labels, expand(groups, step.text("replacement")), value);
		}
		else if (!step.action().equals("labelmap") && (groups != null) == step.action().equals("labeldrop")) {
			labels.remove(name);
		}
	}

	private static void set(Map<String, String> labels, String label, String value) {
		if (value.isEmpty()) {
			labels.remove(label);
		}
		else {
			labels.put(label, value);
		}
	}

	/**
	 * A template with {@code $1}, <code>${1}</code> and {@code $name} (Go
	 * {@code Regexp.Expand}).
	 */
	private static String expand(UnaryOperator<String> groups, String template) {
		if (template.indexOf('$') < 0) {
			return template;
		}
		java.util.regex.Matcher reference = REFERENCE.matcher(template);
		StringBuilder expanded = new StringBuilder();
		int end = 0;
		while (reference.find()) {
			expanded.append(template, end, reference.start());
			end = reference.end();
			expanded.append(reference.group().equals("$$") ? "$" : groups.apply(name(reference.group())));
		}
		return expanded.append(template.substring(end)).toString();
	}

	private static String name(String reference) {
		return reference.startsWith("${") ? reference.substring(2, reference.length() - 1) : reference.substring(1);
	}

	/** Whether it is the number of the match or of the only group. */
	private static boolean isWhole(String name) {
		return name.endsWith("0") && name.replace("0", "").isEmpty()
				|| name.endsWith("1") && name.replace("0", "").equals("1");
	}

	/** Nothing for a group that does not exist. */
	private static String group(Matcher matcher, String name) {
		try {
			String group = Character.isDigit(name.charAt(0)) ? matcher.group(Integer.parseInt(name))
					: matcher.group(name);
			return (group != null) ? group : "";
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException _) {
			return "";
		}
	}

	private static BigInteger hash(String value) {
		try {
			byte[] digest = MessageDigest.getInstance("MD5").digest(value.getBytes(StandardCharsets.UTF_8));
			return new BigInteger(1, Arrays.copyOfRange(digest, 8, 16));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A step with its expression.
	 *
	 * @param step the step
	 * @param regex its expression, compiled
	 */
	private record Step(TypedStruct step, Pattern regex) {

		String action() {
			return text("action").toLowerCase(Locale.ROOT);
		}

		String target() {
			return text("target_label");
		}

		String text(String key) {
			return this.step.text(key);
		}

		/**
		 * The groups of a match by number or name, {@code null} when it does not match.
		 * The default matches every line, which needs no machine.
		 */
		@Nullable UnaryOperator<String> groups(String value) {
			if (text("regex").equals(DEFAULT) && value.indexOf('\n') < 0) {
				return (name) -> isWhole(name) ? value : "";
			}
			Matcher matcher = this.regex.matcher(value);
			return matcher.matches() ? (name) -> group(matcher, name) : null;
		}

		String value(Map<String, String> labels) {
			return this.step.items("source_labels")
				.stream()
				.map((label) -> labels.getOrDefault(((TypedValue.Scalar) label).text(), ""))
				.collect(Collectors.joining(text("separator")));
		}

	}

}
