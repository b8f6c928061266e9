package io.firekeeper.configuration;

import java.util.List;
import java.util.Locale;

/**
 * Target groups as Go's {@code encoding/json} decodes them: keys in any case, texts only
 * where texts are wanted, nothing unknown.
 */
final class JsonTargets {

	private final TargetVersion version;

	private final List<Problem> problems;

	JsonTargets(TargetVersion version, List<Problem> problems) {
		this.version = version;
		this.problems = problems;
	}

	void groups(YamlNode root) {
		if (isNull(root)) {
			return;
		}
		if (!(root instanceof YamlSequence groups)) {
			problem("not-list", YamlPath.ROOT, root);
			return;
		}
		for (int index = 0; index < groups.items().size(); index++) {
			group(groups.items().get(index), YamlPath.ROOT.index(index));
		}
	}

	private void group(YamlNode node, YamlPath path) {
		if (isNull(node)) {
			problem("empty-item", path, node);
		}
		else if (node instanceof YamlMapping group) {
			group.overridden().forEach((entry) -> entry(entry, path));
			group.entries().forEach((entry) -> entry(entry, path));
		}
		else {
			problem("not-mapping", path, node);
		}
	}

	private void entry(YamlMapping.Entry entry, YamlPath group) {
		YamlPath path = group.key(entry.key().text());
		switch (entry.key().text().toLowerCase(Locale.ROOT)) {
			case "targets" -> targets(entry.value(), path);
			case "labels" -> labels(entry.value(), path);
			default -> this.problems.add(new Problem("no-such-key", List.of(entry.key().text(), ""), path.toString(),
					entry.key().position()));
		}
	}

	private void targets(YamlNode node, YamlPath path) {
		if (node instanceof YamlSequence targets) {
			for (int index = 0; index < targets.items().size(); index++) {
				text(targets.items().get(index), path.index(index));
			}
		}
		else if (!isNull(node)) {
			problem("not-list", path, node);
		}
	}

	private void labels(YamlNode node, YamlPath path) {
		if (node instanceof YamlMapping labels) {
			labels.overridden().forEach((label) -> text(label.value(), path.key(label.key().text())));
			labels.entries().forEach((label) -> label(label, path.key(label.key().text())));
		}
		else if (!isNull(node)) {
			problem("not-mapping", path, node);
		}
	}

	private void label(YamlMapping.Entry label, YamlPath path) {
		text(label.value(), path);
		if (!LabelNames.isLabel(label.key().text(), this.version.isAtLeast(3, 0))) {
			this.problems.add(new Problem("not-label-name", List.of(label.key().text()), path.toString(),
					label.key().position()));
		}
	}

	private void text(YamlNode node, YamlPath path) {
		boolean text = node instanceof YamlScalar scalar && (scalar.quoted() || scalar.isNull());
		if (!text) {
			problem("not-text", path, node);
		}
	}

	private static boolean isNull(YamlNode node) {
		return node instanceof YamlScalar scalar && scalar.isNull();
	}

	private void problem(String code, YamlPath path, YamlNode node) {
		this.problems.add(new Problem(code, List.of(), path.toString(), node.position()));
	}

}
