package io.firekeeper.cli;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.rules.AlertReceivers;
import io.firekeeper.checks.rules.CheckSettings;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is known about where rules run. */
final class ReviewOptions {

	@Option(names = "--no-checks")
	private boolean off;

	@Option(names = "--checks", paramLabel = "FILE")
	private @Nullable String checks;

	@Option(names = "--config", paramLabel = "FILE")
	private @Nullable String configuration;

	@Option(names = "--alertmanager", paramLabel = "FILE")
	private @Nullable String alertmanager;

	/** Whether any of them is given. */
	boolean areGiven() {
		return this.off || this.checks != null || this.configuration != null || this.alertmanager != null;
	}

	/**
	 * The review that is asked for, or null for none.
	 * @param files reads the files that are named
	 * @param targets what evaluates the rules
	 * @param alertmanager the Alertmanager that gets the alerts
	 * @param sentences for what is wrong with the settings
	 * @throws WrongUseException for a file that cannot be used
	 */
	@Nullable RuleReview review(SourceFiles files, List<ProgramVersion> targets, ProgramVersion alertmanager,
			Sentences sentences) {
		if (this.off) {
			return null;
		}
		YamlMapping routing = mapping(this.alertmanager, files, sentences);
		YamlMapping running = mapping(this.configuration, files, sentences);
		accepted(this.alertmanager, FileKind.ALERTMANAGER, alertmanager, files, sentences);
		targets.forEach((target) -> accepted(this.configuration, FileKind.CONFIG, target, files, sentences));
		return new RuleReview(settings(files, sentences), running,
				(routing != null) ? AlertReceivers.of(routing, alertmanager.version()) : AlertReceivers.UNKNOWN);
	}

	/**
	 * What a program refuses tells nothing about where alerts go or how often jobs are
	 * scraped.
	 */
	private static void accepted(@Nullable String name, FileKind kind, ProgramVersion target, SourceFiles files,
			Sentences sentences) {
		if (name == null) {
			return;
		}
		Yaml.Reading reading = kind.read(files.read(name), target, Set.of());
		if (!reading.isAccepted()) {
			throw new WrongUseException(reading.problems()
				.stream()
				.filter((problem) -> problem.isError())
				.map((problem) -> name + ":" + problem.position().line() + ":" + problem.position().column() + ": "
						+ sentences.of(problem.key(), problem.arguments()) + " (" + target + ")")
				.collect(Collectors.joining("\n")));
		}
	}

	private CheckSettings settings(SourceFiles files, Sentences sentences) {
		YamlMapping mapping = mapping(this.checks, files, sentences);
		if (mapping == null) {
			return CheckSettings.DEFAULT;
		}
		boolean wrapped = mapping.entries().size() == 1 && mapping.get("checks") != null;
		CheckSettings.Reading reading = CheckSettings.read(String.valueOf(this.checks),
				wrapped ? Objects.requireNonNull(mapping.get("checks")) : mapping);
		if (!reading.findings().isEmpty()) {
			throw new WrongUseException(reading.findings()
				.stream()
				.map((finding) -> described(finding, sentences))
				.collect(Collectors.joining("\n")));
		}
		return reading.settings();
	}

	private static String described(Finding finding, Sentences sentences) {
		return finding.policy() + ":" + finding.line() + ":" + finding.column() + ": " + sentences.of(finding.message())
				+ " " + sentences.of(finding.fix());
	}

	private static @Nullable YamlMapping mapping(@Nullable String name, SourceFiles files, Sentences sentences) {
		if (name == null) {
			return null;
		}
		try {
			Yaml.Reading reading = Yaml.read(files.read(name).text(), Yaml.RENDERED_LIMIT);
			if (reading.root() instanceof YamlMapping mapping) {
				return mapping;
			}
			List<String> problems = reading.problems()
				.stream()
				.map((problem) -> sentences.of(problem.key(), problem.arguments()))
				.toList();
			throw new WrongUseException(name + ": " + (problems.isEmpty()
					? sentences.of("configuration.problem.not-mapping") : String.join(" ", problems)));
		}
		catch (UnreadableFileException ex) {
			throw new WrongUseException(name + ": " + sentences.of(ex.reason()));
		}
	}

}
