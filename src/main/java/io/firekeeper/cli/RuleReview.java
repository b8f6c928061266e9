package io.firekeeper.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.rules.AlertReceivers;
import io.firekeeper.checks.rules.CheckSettings;
import io.firekeeper.checks.rules.RuleChecks;
import io.firekeeper.checks.rules.RuleFile;
import io.firekeeper.checks.rules.RuleFinding;
import io.firekeeper.checks.rules.RuleSubject;
import io.firekeeper.checks.rules.Target;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rule files of a run, which are meant to run together, against the checks that
 * the console makes.
 */
final class RuleReview {

	private final CheckSettings settings;

	private final @Nullable YamlMapping configuration;

	private final AlertReceivers receivers;

	/**
	 * Begins a review.
	 * @param settings what is checked, how bad
	 * @param configuration the prometheus.yml that they run under, or null
	 * @param receivers where alerts go
	 */
	RuleReview(CheckSettings settings, @Nullable YamlMapping configuration, AlertReceivers receivers) {
		this.settings = settings;
		this.configuration = configuration;
		this.receivers = receivers;
	}

	/** What was found, by file. That an expression is none, the schema says already. */
	Map<String, List<RuleFinding>> review(List<SourceText> sources, ProgramVersion version, Set<Feature> features) {
		List<RuleFile> files = sources.stream()
			.map((source) -> RuleFile.read(source.name(), source.text(), this.settings))
			.toList();
		RuleSubject subject = RuleSubject.of(files, target(version.dialect(features))).routedBy(this.receivers);
		return RuleChecks.check(subject)
			.stream()
			.filter((finding) -> !finding.finding().check().equals(Finding.SYNTAX))
			.collect(Collectors.groupingBy((finding) -> Objects.requireNonNull(finding.finding().policy())));
	}

	private Target target(Dialect dialect) {
		return (this.configuration != null) ? Target.of(dialect, this.configuration) : Target.of(dialect);
	}

}
