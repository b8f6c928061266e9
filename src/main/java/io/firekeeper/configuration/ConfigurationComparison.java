package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Walks two configurations side by side: what should run, with all defaults, and what was
 * printed, where a missing key is the zero value.
 */
final class ConfigurationComparison {

	private static final Set<String> KEY_PROBLEMS = Set.of("unknown-key", "no-such-key", "key-too-new", "key-removed");

	private final List<Difference> differences = new ArrayList<>();

	private final TargetVersion version;

	private final String directory;

	ConfigurationComparison(TargetVersion version, String directory) {
		this.version = version;
		this.directory = directory;
	}

	List<Difference> compare(String expected, String actual) {
		TypedStruct wanted = read(expected, TypedReader.Absent.DEFAULT);
		TypedStruct running = read(actual, TypedReader.Absent.ZERO);
		if (this.differences.isEmpty()) {
			ReplicaDefaults.adopt(wanted, running, this.version);
			Inheritance.fill(wanted, this.version);
			Derivations.apply(wanted);
			Derivations.apply(running);
			struct(wanted, running, YamlPath.ROOT);
		}
		return List.copyOf(this.differences);
	}

	List<Difference> walk(TypedStruct expected, TypedStruct actual) {
		struct(expected, actual, YamlPath.ROOT);
		return List.copyOf(this.differences);
	}

	private TypedStruct read(String text, TypedReader.Absent absent) {
		Yaml.Reading reading = Yaml.read(text, YamlDialect.GO_2, Yaml.RENDERED_LIMIT);
		List<Problem> problems = new ArrayList<>(reading.problems());
		YamlNode root = Objects.requireNonNullElse(reading.root(), YamlMapping.empty());
		TypedValue value = new TypedReader(Schema.PROMETHEUS, this.version, YamlDialect.GO_2, absent, problems)
			.read(root, SchemaType.parse("{Configuration}"), YamlPath.ROOT);
		this.differences.addAll(unreadable(problems, absent == TypedReader.Absent.DEFAULT));
		return (TypedStruct) value;
	}

	/** What keeps a text from being read, as differences; keys are compared anyway. */
	static List<Difference> unreadable(List<Problem> problems, boolean expected) {
		return problems.stream()
			.filter((problem) -> problem.isError() && !KEY_PROBLEMS.contains(problem.code()))
			.map((problem) -> {
				String why = problem.code() + " (" + problem.position().line() + ":" + problem.position().column()
						+ ")";
				return new Difference(problem.path(), expected ? why : null, expected ? null : why);
			})
			.toList();
	}

	private void value(TypedValue expected, TypedValue actual, YamlPath path) {
		switch (expected) {
			case TypedValue.Scalar scalar -> scalar(scalar, actual, path);
			case TypedValue.Items items when actual instanceof TypedValue.Items others ->
				items(items.items(), others.items(), path);
			case TypedValue.Entries entries when actual instanceof TypedValue.Entries others ->
				entries(entries.entries(), others.entries(), path);
			case TypedStruct struct when actual instanceof TypedStruct other -> struct(struct, other, path);
			default -> {
				boolean bothNothing = expected instanceof TypedValue.Nothing
						&& (actual instanceof TypedValue.Nothing || isZeroScalar(actual));
				differ(!bothNothing, expected, actual, path);
			}
		}
	}

	private void scalar(TypedValue.Scalar expected, TypedValue actual, YamlPath path) {
		if (!(actual instanceof TypedValue.Scalar other)) {
			differ(!expected.isZero() || !(actual instanceof TypedValue.Nothing), expected, actual, path);
			return;
		}
		TypedValue.Scalar located = (expected.kind() == SchemaType.Kind.PATH) ? located(expected) : expected;
		boolean same = expected.kind().isMasked() ? expected.text().isEmpty() == other.text().isEmpty()
				: located.text().equals(other.text());
		differ(!same, located, other, path);
	}

	private TypedValue.Scalar located(TypedValue.Scalar path) {
		return new TypedValue.Scalar(path.kind(), GoPath.join(this.directory, path.text()), path.place());
	}

	private static boolean isZeroScalar(TypedValue value) {
		return value instanceof TypedValue.Scalar && value.isZero();
	}

	private void items(List<TypedValue> expected, List<TypedValue> actual, YamlPath path) {
		for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
			pair((index < expected.size()) ? expected.get(index) : null,
					(index < actual.size()) ? actual.get(index) : null, path.index(index));
		}
	}

	private void entries(Map<String, TypedValue> expected, Map<String, TypedValue> actual, YamlPath path) {
		Set<String> keys = new LinkedHashSet<>(expected.keySet());
		keys.addAll(actual.keySet());
		keys.forEach((key) -> pair(expected.get(key), actual.get(key), path.key(key)));
	}

	private void jobs(TypedStruct expected, TypedStruct actual, YamlPath path) {
		Map<String, TypedValue> wanted = byName(expected);
		Map<String, TypedValue> running = byName(actual);
		Set<String> names = new LinkedHashSet<>(wanted.keySet());
		names.addAll(running.keySet());
		names.forEach((name) -> pair(wanted.get(name), running.get(name), path.named(name)));
	}

	private void pair(@Nullable TypedValue expected, @Nullable TypedValue actual, YamlPath path) {
		if (expected != null && actual != null) {
			value(expected, actual, path);
			return;
		}
		this.differences.add(new Difference(path.toString(), printed(expected), printed(actual)));
	}

	private static @Nullable String printed(@Nullable TypedValue value) {
		return (value != null) ? Objects.requireNonNullElse(TypedPrinter.print(value), "\"\"") : null;
	}

	private void struct(TypedStruct expected, TypedStruct actual, YamlPath path) {
		Set<String> keys = new LinkedHashSet<>(expected.values().keySet());
		keys.addAll(actual.values().keySet());
		keys.remove("outofordertimewindow");
		for (String key : keys) {
			field(expected, actual, key, path.key(key));
		}
	}

	private void field(TypedStruct expected, TypedStruct actual, String key, YamlPath path) {
		if (isForeign(expected, actual, key) || Allowances.allow(expected, actual, key)) {
			return;
		}
		if (key.equals("scrape_configs")) {
			jobs(expected, actual, path);
		}
		else if (key.equals("external_labels")) {
			labels(expected, actual, path);
		}
		else {
			value(expected.get(key), actual.get(key), path);
		}
	}

	private boolean isForeign(TypedStruct expected, TypedStruct actual, String key) {
		return this.version.compareTo(TargetVersion.NEWEST) > 0 && !actual.schema().fields().containsKey(key)
				&& !expected.isGiven(key);
	}

	private void labels(TypedStruct expected, TypedStruct actual, YamlPath path) {
		if (!(expected.get("external_labels") instanceof TypedValue.Entries wanted)
				|| !(actual.get("external_labels") instanceof TypedValue.Entries running)) {
			value(expected.get("external_labels"), actual.get("external_labels"), path);
			return;
		}
		Map<String, TypedValue> compared = new LinkedHashMap<>(wanted.entries());
		compared.replaceAll((name, value) -> {
			TypedValue other = running.entries().get(name);
			return (other != null && Allowances.mayExpandTo(value, other)) ? other : value;
		});
		entries(compared, running.entries(), path);
	}

	private static Map<String, TypedValue> byName(TypedStruct configuration) {
		Map<String, TypedValue> jobs = new LinkedHashMap<>();
		configuration.structs("scrape_configs").forEach((job) -> jobs.put(job.text("job_name"), job));
		return jobs;
	}

	private void differ(boolean differs, TypedValue expected, TypedValue actual, YamlPath path) {
		if (differs) {
			this.differences
				.add(new Difference(path.toString(), TypedPrinter.print(expected), TypedPrinter.print(actual)));
		}
	}

}
