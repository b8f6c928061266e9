package io.firekeeper.promapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the Prometheus text format (and the lines it shares with OpenMetrics): a name,
 * labels, a value, then a timestamp or exemplar that do not matter here. Since 3.0 a name
 * may stand quoted within the braces.
 */
final class Exposition {

	private Exposition() {
	}

	/**
	 * Sums the samples of each name over its labels. NaN says nothing and does not count.
	 */
	static Map<String, Double> sums(String text, Set<String> names) {
		Map<String, Double> sums = new HashMap<>();
		text.lines().filter((line) -> !line.isEmpty() && line.charAt(0) != '#').forEach((line) -> {
			Sample sample = sample(line);
			if (sample != null && names.contains(sample.name()) && !Double.isNaN(sample.value())) {
				sums.merge(sample.name(), sample.value(), Double::sum);
			}
		});
		return Map.copyOf(sums);
	}

	private static @Nullable Sample sample(String line) {
		int brace = line.indexOf('{');
		int space = line.indexOf(' ');
		if (brace < 0 || (space >= 0 && space < brace)) {
			return (space > 0) ? sample(line.substring(0, space), line.substring(space)) : null;
		}
		int end = closingBrace(line, brace);
		if (end < 0) {
			return null;
		}
		String name = (brace > 0) ? line.substring(0, brace) : quotedName(line.substring(brace + 1, end));
		return sample(name, line.substring(end + 1));
	}

	private static @Nullable Sample sample(String name, String rest) {
		String trimmed = rest.strip();
		int end = trimmed.indexOf(' ');
		try {
			return new Sample(name.strip(), number((end < 0) ? trimmed : trimmed.substring(0, end)));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static double number(String text) {
		return switch (text) {
			case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	private static int closingBrace(String line, int from) {
		boolean quoted = false;
		for (int i = from; i < line.length(); i++) {
			char character = line.charAt(i);
			if (quoted && character == '\\') {
				i++;
			}
			else if (character == '"') {
				quoted = !quoted;
			}
			else if (character == '}' && !quoted) {
				return i;
			}
		}
		return -1;
	}

	private static String quotedName(String labels) {
		StringBuilder name = new StringBuilder();
		String text = labels.strip();
		for (int i = 1; i < text.length() && text.charAt(0) == '"' && text.charAt(i) != '"'; i++) {
			if (text.charAt(i) == '\\' && i + 1 < text.length()) {
				i++;
				name.append((text.charAt(i) == 'n') ? '\n' : text.charAt(i));
			}
			else {
				name.append(text.charAt(i));
			}
		}
		return name.toString();
	}

	private record Sample(String name, double value) {
	}

}
