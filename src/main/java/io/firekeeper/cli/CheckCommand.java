package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.RuleFinding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check KIND FILE…}: one verdict for each file and target. */
@Command(name = "check", resourceBundle = PipelineCommands.USAGE)
final class CheckCommand implements Callable<Integer> {

	private final SourceFiles files;

	private final PrintStream out;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Settings settings = new Settings();

	@Parameters(index = "0", paramLabel = "config|rules|alertmanager|web|targets")
	private String kind = "";

	@Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
	private List<String> names = List.of();

	@Option(names = "--fail-on", paramLabel = "error|warning")
	private String failOn = "error";

	@Mixin
	private ReviewOptions reviewOptions = new ReviewOptions();

	CheckCommand(InputStream in, PrintStream out) {
		this.files = new SourceFiles(in);
		this.out = out;
	}

	@Override
	public Integer call() {
		FileKind what = kind();
		List<ProgramVersion> targets = targets(what);
		Report report = this.settings.report(this.out);
		ExitStatus status = new ExitStatus(bar());
		RuleReview review = review(what, targets);
		if (review != null) {
			judgeTogether(review, targets, report, status);
		}
		else {
			judgeEach(what, targets, report, status);
		}
		report.end();
		return status.code();
	}

	/** One file after the other, so that none but the current one is in memory. */
	private void judgeEach(FileKind what, List<ProgramVersion> targets, Report report, ExitStatus status) {
		FileJudge judge = judge();
		for (String name : names(what, report, status)) {
			for (SourceText source : read(name, report, status)) {
				targets.forEach((target) -> tell(judge.judge(source, what, target, List.of()), report, status));
			}
		}
	}

	/** Rules are held against each other, so that all are read first. */
	private void judgeTogether(RuleReview review, List<ProgramVersion> targets, Report report, ExitStatus status) {
		FileJudge judge = judge();
		List<SourceText> sources = names(FileKind.RULES, report, status).stream()
			.flatMap((name) -> read(name, report, status).stream())
			.toList();
		List<Map<String, List<RuleFinding>>> found = targets.stream()
			.map((target) -> review.review(sources, target, this.settings.features()))
			.toList();
		for (SourceText source : sources) {
			for (int index = 0; index < targets.size(); index++) {
				tell(judge.judge(source, FileKind.RULES, targets.get(index),
						found.get(index).getOrDefault(source.name(), List.of())), report, status);
			}
		}
	}

	private static void tell(FileVerdict verdict, Report report, ExitStatus status) {
		report.file(verdict);
		status.found(verdict.findings());
	}

	private FileJudge judge() {
		return new FileJudge(this.settings.sentences(), this.settings.features());
	}

	private @Nullable RuleReview review(FileKind what, List<ProgramVersion> targets) {
		if (what != FileKind.RULES) {
			if (this.reviewOptions.areGiven()) {
				throw wrong("--checks, --config, --alertmanager and --no-checks are for the kind “rules” only");
			}
			return null;
		}
		ProgramVersion alertmanager = this.settings.targets()
			.stream()
			.filter((target) -> target.program() == Program.ALERTMANAGER)
			.findFirst()
			.orElse(ProgramVersion.newest(Program.ALERTMANAGER));
		return this.reviewOptions.review(this.files, targets, alertmanager, this.settings.sentences());
	}

	private List<String> names(FileKind what, Report report, ExitStatus status) {
		List<String> all = new ArrayList<>();
		for (String name : this.names) {
			try {
				all.addAll(this.files.expand(name, what.endings()));
			}
			catch (UnreadableFileException ex) {
				unreadable(ex, report, status);
			}
		}
		return all.stream().distinct().toList();
	}

	private List<SourceText> read(String name, Report report, ExitStatus status) {
		try {
			return List.of(this.files.read(name));
		}
		catch (UnreadableFileException ex) {
			unreadable(ex, report, status);
			return List.of();
		}
	}

	private static void unreadable(UnreadableFileException ex, Report report, ExitStatus status) {
		report.unreadable(ex.file(), ex.reason());
		status.couldNotRun();
	}

	private FileKind kind() {
		for (FileKind candidate : FileKind.values()) {
			if (candidate.code().equals(this.kind)) {
				return candidate;
			}
		}
		throw wrong("“" + this.kind + "” is not a kind of file: config, rules, alertmanager, web or targets");
	}

	private Severity bar() {
		return switch (this.failOn) {
			case "error" -> Severity.ERROR;
			case "warning" -> Severity.WARNING;
			default -> throw wrong("--fail-on takes error or warning, not “" + this.failOn + "”");
		};
	}

	private List<ProgramVersion> targets(FileKind what) {
		List<ProgramVersion> targets = this.settings.targets()
			.stream()
			.filter((each) -> what.isFor(each.program()))
			.toList();
		if (targets.isEmpty() && !this.settings.targets().isEmpty()) {
			throw wrong("no --target is one that reads the kind “" + what.code() + "”, such as "
					+ ProgramVersion.newest(what.program()));
		}
		return targets.isEmpty() ? List.of(ProgramVersion.newest(what.program())) : targets;
	}

	private ParameterException wrong(String message) {
		return new ParameterException(this.spec.commandLine(), message);
	}

}
