package io.firekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.Release;
import org.jspecify.annotations.Nullable;

/** Judges files. */
final class FileJudge {

	private final Sentences sentences;

	private final Set<Feature> features;

	FileJudge(Sentences sentences, Set<Feature> features) {
		this.sentences = sentences;
		this.features = features;
	}

	FileVerdict judge(SourceText source, FileKind kind, Target target) {
		Yaml.Reading reading = kind.read(source, target, this.features);
		List<Reported> findings = reading.problems().stream().map(this::reported).toList();
		List<RuleForm> rules = (kind == FileKind.RULES && reading.isAccepted()) ? rules(reading.root(), target)
				: List.of();
		return new FileVerdict(source, kind, target, reading.isAccepted(), findings, rules);
	}

	private Reported reported(Problem problem) {
		return new Reported(problem.isWarning() ? Severity.WARNING : Severity.ERROR, Reported.SCHEMA, problem.code(),
				problem.position().line(), problem.position().column(), problem.path(),
				this.sentences.of(problem.key(), problem.arguments()), List.of());
	}

	private List<RuleForm> rules(@Nullable YamlNode root, Target target) {
		Dialect dialect = new Dialect(new Release(target.version().major(), target.version().minor()), this.features);
		List<RuleForm> rules = new ArrayList<>();
		for (YamlMapping group : mappings(root, "groups")) {
			mappings(group, "rules").forEach((rule) -> rules.add(form(text(group, "name"), rule, dialect)));
		}
		return rules;
	}

	private static RuleForm form(String group, YamlMapping rule, Dialect dialect) {
		String type = (rule.get("alert") != null) ? "alert" : "record";
		Expression expression = Objects.requireNonNull(PromQl.parse(text(rule, "expr"), dialect).expression(),
				"an accepted file has only valid expressions");
		int line = Objects.requireNonNull(rule.get("expr")).position().line();
		return new RuleForm(group, type, text(rule, type), line, PromQl.print(expression, dialect));
	}

	private static String text(YamlMapping owner, String key) {
		return (owner.get(key) instanceof YamlScalar scalar) ? scalar.text() : "";
	}

	private static List<YamlMapping> mappings(@Nullable YamlNode owner, String key) {
		return (owner instanceof YamlMapping mapping && mapping.get(key) instanceof YamlSequence sequence)
				? sequence.items().stream().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast).toList()
				: List.of();
	}

}
