package io.firekeeper.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.secrets.Secret;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Replaces {@code $(secret.<name>)} by values: in the tree of YAML files, so that no
 * value can change the structure, escaped in JSON files, literally in all others. A file
 * without references keeps its bytes.
 */
class SecretReferences {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\(secret\\.([A-Za-z0-9._-]+)\\)");

	private final Function<String, Optional<Secret>> secrets;

	SecretReferences(Function<String, Optional<Secret>> secrets) {
		this.secrets = secrets;
	}

	Resolution resolve(Bundle bundle) {
		SortedMap<String, String> values = new TreeMap<>();
		for (String name : names(bundle)) {
			Optional<Secret> secret = this.secrets.apply(name);
			if (secret.isEmpty()) {
				return new Missing(name);
			}
			values.put(name, secret.get().reveal());
		}
		return values.isEmpty() ? new Resolved(bundle) : replaced(bundle, values);
	}

	private static SortedSet<String> names(Bundle bundle) {
		SortedSet<String> names = new TreeSet<>();
		bundle.files()
			.values()
			.forEach((content) -> REFERENCE.matcher(content)
				.results()
				.map((reference) -> reference.group(1))
				.forEach(names::add));
		return names;
	}

	private static Resolution replaced(Bundle bundle, Map<String, String> values) {
		SortedMap<String, String> files = new TreeMap<>();
		for (Map.Entry<String, String> file : bundle.files().entrySet()) {
			switch (replaced(file.getKey(), file.getValue(), values)) {
				case Content(String text) -> files.put(file.getKey(), text);
				case Unreadable unreadable -> {
					return unreadable;
				}
			}
		}
		return new Resolved(new Bundle(files));
	}

	private static Replacement replaced(String path, String content, Map<String, String> values) {
		if (!REFERENCE.matcher(content).find()) {
			return new Content(content);
		}
		if (path.endsWith(".yml") || path.endsWith(".yaml")) {
			return inYaml(path, content, values);
		}
		UnaryOperator<String> escape = path.endsWith(".json") ? SecretReferences::escapedForJson
				: UnaryOperator.identity();
		return new Content(inText(content, values, escape));
	}

	private static Replacement inYaml(String path, String content, Map<String, String> values) {
		Yaml.Reading reading = Yaml.read(content, Yaml.RENDERED_LIMIT);
		if (reading.root() == null) {
			return new Unreadable(
					path + " is not valid YAML, its secret references cannot be replaced: " + reading.problems());
		}
		return new Content(Yaml.print(inNode(reading.root(), values)));
	}

	private static YamlNode inNode(YamlNode node, Map<String, String> values) {
		return switch (node) {
			case YamlScalar scalar -> inScalar(scalar, values);
			case YamlSequence sequence -> new YamlSequence(
					sequence.items().stream().map((item) -> inNode(item, values)).toList(), sequence.position());
			case YamlMapping mapping -> new YamlMapping(mapping.entries()
				.stream()
				.map((entry) -> new YamlMapping.Entry(inScalar(entry.key(), values), inNode(entry.value(), values)))
				.toList(), mapping.position());
		};
	}

	private static YamlScalar inScalar(YamlScalar scalar, Map<String, String> values) {
		String text = inText(scalar.text(), values, UnaryOperator.identity());
		return text.equals(scalar.text()) ? scalar : new YamlScalar(text, true, scalar.position());
	}

	private static String inText(String text, Map<String, String> values, UnaryOperator<String> escape) {
		return REFERENCE.matcher(text)
			.replaceAll((MatchResult reference) -> Matcher
				.quoteReplacement(escape.apply(values.getOrDefault(reference.group(1), reference.group()))));
	}

	private static String escapedForJson(String value) {
		StringBuilder escaped = new StringBuilder();
		JsonStringEncoder.getInstance().quoteAsString(value, escaped);
		return escaped.toString();
	}

	/** What became of a bundle's references. */
	sealed interface Resolution permits Resolved, Missing, Unreadable {

	}

	/** What became of one file's references. */
	private sealed interface Replacement permits Content, Unreadable {

	}

	/**
	 * All were replaced.
	 *
	 * @param bundle the files with secrets in clear
	 */
	record Resolved(Bundle bundle) implements Resolution {

		@Override
		public String toString() {
			return "Resolved" + this.bundle.files().keySet();
		}

	}

	/**
	 * A secret does not exist.
	 *
	 * @param name its name
	 */
	record Missing(String name) implements Resolution {
	}

	/**
	 * A file with references is not what its name says.
	 *
	 * @param message for people
	 */
	record Unreadable(String message) implements Resolution, Replacement {
	}

	private record Content(String text) implements Replacement {

		@Override
		public String toString() {
			return "Content";
		}

	}

}
