package io.firekeeper.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.CheckSettings;
import io.firekeeper.checks.rules.Rule;
import io.firekeeper.checks.rules.RuleFile;
import io.firekeeper.checks.rules.RuleFinding;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Feature;
import io.firekeeper.promql.PromQl;

/** Judges files. */
final class FileJudge {

	private static final Comparator<Reported> BY_PLACE = Comparator.comparingInt(Reported::line)
		.thenComparingInt(Reported::column);

	private final Sentences sentences;

	private final Set<Feature> features;

	FileJudge(Sentences sentences, Set<Feature> features) {
		this.sentences = sentences;
		this.features = features;
	}

	/**
	 * Judges a file.
	 * @param source the file
	 * @param kind what it is
	 * @param target for what it is judged
	 * @param found what checks found in it
	 */
	FileVerdict judge(SourceText source, FileKind kind, ProgramVersion target, List<RuleFinding> found) {
		Yaml.Reading reading = kind.read(source, target, this.features);
		List<Reported> findings = Stream
			.concat(reading.problems().stream().map(this::reported), found.stream().map(this::reported))
			.sorted(BY_PLACE)
			.toList();
		List<RuleForm> rules = (kind == FileKind.RULES && reading.isAccepted()
				&& reading.root() instanceof YamlMapping content)
						? rules(source, content, target.dialect(this.features)) : List.of();
		return new FileVerdict(source, kind, target, reading.isAccepted(), findings, rules);
	}

	private Reported reported(Problem problem) {
		return new Reported(Severity.of(problem.weight()), Finding.SCHEMA, problem.code(), problem.position().line(),
				problem.position().column(), problem.path(), this.sentences.of(problem.key(), problem.arguments()),
				this.sentences.of(problem.notes()), null);
	}

	private Reported reported(RuleFinding rule) {
		Finding finding = rule.finding();
		return new Reported(finding.severity(), finding.check(), finding.code(), finding.line(), finding.column(), null,
				this.sentences.of(finding.message()), List.of(this.sentences.of(finding.fix())), rule.fix());
	}

	private static List<RuleForm> rules(SourceText source, YamlMapping content, Dialect dialect) {
		return RuleFile.of(source.name(), source.text(), content, CheckSettings.DEFAULT)
			.rules(dialect)
			.stream()
			.map((rule) -> form(rule, dialect))
			.toList();
	}

	private static RuleForm form(Rule rule, Dialect dialect) {
		String canonical = PromQl.print(
				Objects.requireNonNull(rule.parsed().expression(), "an accepted file has only valid expressions"),
				dialect);
		return new RuleForm(rule.groupName(), rule.isAlert() ? "alert" : "record", rule.name(),
				rule.source().position().line(), canonical);
	}

}
