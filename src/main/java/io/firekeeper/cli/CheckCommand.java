package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

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

	CheckCommand(InputStream in, PrintStream out) {
		this.files = new SourceFiles(in);
		this.out = out;
	}

	@Override
	public Integer call() {
		FileKind what = kind();
		Severity bar = bar();
		List<Target> targets = targets(what);
		FileJudge judge = new FileJudge(this.settings.sentences(), this.settings.features());
		Report report = this.settings.report(this.out);
		ExitStatus status = new ExitStatus(bar);
		for (SourceText source : sources(what, report, status)) {
			for (Target target : targets) {
				FileVerdict verdict = judge.judge(source, what, target);
				report.file(verdict);
				status.found(verdict.findings());
			}
		}
		report.end();
		return status.code();
	}

	private Iterable<SourceText> sources(FileKind what, Report report, ExitStatus status) {
		List<String> all = new ArrayList<>();
		for (String name : this.names) {
			try {
				all.addAll(this.files.expand(name, what.endings()));
			}
			catch (UnreadableFileException ex) {
				unreadable(ex, report, status);
			}
		}
		return () -> all.stream().flatMap((name) -> read(name, report, status).stream()).iterator();
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

	private List<Target> targets(FileKind what) {
		List<Target> targets = this.settings.targets().stream().filter((each) -> what.isFor(each.program())).toList();
		if (targets.isEmpty() && !this.settings.targets().isEmpty()) {
			throw wrong("no --target is one that reads the kind “" + what.code() + "”, such as "
					+ Target.newest(what.program()));
		}
		return targets.isEmpty() ? List.of(Target.newest(what.program())) : targets;
	}

	private ParameterException wrong(String message) {
		return new ParameterException(this.spec.commandLine(), message);
	}

}
