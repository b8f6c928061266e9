package io.firekeeper.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.Readings;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.fleet.LabelSelector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of one policy and collects everything that is wrong with it.
 */
final class EnvelopeReader {

	private static final List<String> KEYS = List.of("kind", "name", "team", "clusters", "spec", "files", "tests",
			"checks");

	private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private final List<Problem> problems = new ArrayList<>();

	private final YamlMapping root;

	private final String text;

	EnvelopeReader(YamlMapping root, String text) {
		this.root = root;
		this.text = text;
	}

	PolicyReading read() {
		refuseUnknownKeys(this.root, KEYS, "");
		PolicyKind kind = kind();
		YamlScalar name = dnsLabel("name");
		YamlScalar team = dnsLabel("team");
		LabelSelector clusters = clusters();
		YamlNode spec = spec(kind);
		SortedMap<String, String> files = files();
		PolicyDocument document = (kind == null || name == null || team == null || clusters == null || spec == null)
				? null : new PolicyDocument(kind, name.text(), team.text(), clusters, spec, files, tests(kind),
						checks(), this.text, name.position(), new Readings());
		this.problems.sort(PolicyProblem.BY_PLACE);
		return new PolicyReading(document, this.problems);
	}

	private @Nullable PolicyKind kind() {
		YamlScalar scalar = text("kind");
		if (scalar == null) {
			return null;
		}
		PolicyKind kind = PolicyKind.named(scalar.text()).orElse(null);
		if (kind == null) {
			problem("policy-unknown-kind", "kind", scalar, scalar.text(),
					PolicyProblem.nearest(scalar.text(), PolicyKind.documentNames()),
					String.join(", ", PolicyKind.documentNames()));
		}
		return kind;
	}

	private @Nullable YamlScalar dnsLabel(String key) {
		YamlScalar scalar = text(key);
		if (scalar == null || DNS_LABEL.matcher(scalar.text()).matches()) {
			return scalar;
		}
		problem("policy-name", key, scalar, key, scalar.text());
		return null;
	}

	private @Nullable LabelSelector clusters() {
		YamlNode clusters = required("clusters");
		if (clusters == null) {
			return null;
		}
		if (!(clusters instanceof YamlMapping mapping)) {
			return refused("policy-clusters", "clusters", clusters);
		}
		refuseUnknownKeys(mapping, List.of("matchLabels"), "clusters.");
		return (mapping.get("matchLabels") instanceof YamlMapping labels) ? selector(labels)
				: refused("policy-clusters", "clusters", mapping);
	}

	private LabelSelector selector(YamlMapping labels) {
		SortedMap<String, String> wanted = new TreeMap<>();
		for (YamlMapping.Entry entry : labels.entries()) {
			String path = "clusters.matchLabels." + entry.key().text();
			if (entry.value() instanceof YamlScalar value && !value.isNull()) {
				wanted.put(entry.key().text(), value.text());
			}
			else {
				problem("policy-not-text", path, entry.value(), path);
			}
		}
		return new LabelSelector(wanted);
	}

	private @Nullable YamlNode spec(@Nullable PolicyKind kind) {
		YamlNode spec = this.root.get("spec");
		if (kind == PolicyKind.HIGH_AVAILABILITY && spec instanceof YamlScalar scalar && scalar.isNull()) {
			return YamlMapping.empty();
		}
		spec = required("spec");
		if (spec == null || kind == null || SpecProblems.hasShape(kind, spec)) {
			return spec;
		}
		return refused("policy-spec-" + SpecProblems.shape(kind), "spec", spec, kind.documentName());
	}

	private SortedMap<String, String> files() {
		SortedMap<String, String> files = new TreeMap<>();
		texts("files").forEach((path, content) -> files.put(path, content.text()));
		return files;
	}

	/** Only rules have tests. */
	private SortedMap<String, YamlScalar> tests(PolicyKind kind) {
		SortedMap<String, YamlScalar> tests = texts("tests");
		if (kind != PolicyKind.RULE_GROUPS) {
			tests.forEach((name, test) -> problem("policy-tests-of-kind", "tests." + name, test, kind.documentName(),
					PolicyKind.RULE_GROUPS.documentName()));
		}
		return tests;
	}

	/** The texts behind a key, by path. */
	private SortedMap<String, YamlScalar> texts(String key) {
		SortedMap<String, YamlScalar> texts = new TreeMap<>();
		YamlNode node = this.root.get(key);
		if (node instanceof YamlMapping mapping) {
			mapping.entries().forEach((entry) -> text(key, entry, texts));
		}
		else if (node != null && !(node instanceof YamlScalar scalar && scalar.isNull())) {
			problem("policy-files", key, node, key);
		}
		return texts;
	}

	private YamlNode checks() {
		YamlNode checks = this.root.get("checks");
		return (checks != null) ? checks : YamlMapping.empty();
	}

	private void text(String key, YamlMapping.Entry entry, SortedMap<String, YamlScalar> texts) {
		String path = entry.key().text();
		if (!Bundle.isSafe(path)) {
			problem("policy-file-path", key + "." + path, entry.key(), path);
		}
		else if (!(entry.value() instanceof YamlScalar content)) {
			problem("policy-file-content", key + "." + path, entry.value(), path);
		}
		else {
			texts.put(path, content);
		}
	}

	private @Nullable YamlScalar text(String key) {
		YamlNode node = required(key);
		return (node == null || node instanceof YamlScalar) ? (YamlScalar) node
				: refused("policy-not-text", key, node, key);
	}

	private @Nullable YamlNode required(String key) {
		YamlNode node = this.root.get(key);
		if (node == null || (node instanceof YamlScalar scalar && (scalar.isNull() || scalar.text().isEmpty()))) {
			return refused("policy-missing-key", key, (node != null) ? node : this.root, key);
		}
		return node;
	}

	private void refuseUnknownKeys(YamlMapping mapping, List<String> known, String prefix) {
		for (YamlMapping.Entry entry : mapping.entries()) {
			String key = entry.key().text();
			if (!known.contains(key)) {
				problem("policy-unknown-key", prefix + key, entry.key(), key, PolicyProblem.nearest(key, known));
			}
		}
	}

	private <T> @Nullable T refused(String code, String path, YamlNode node, String... arguments) {
		problem(code, path, node, arguments);
		return null;
	}

	private void problem(String code, String path, YamlNode node, String... arguments) {
		this.problems.add(PolicyProblem.of(code, path, node, arguments));
	}

}
