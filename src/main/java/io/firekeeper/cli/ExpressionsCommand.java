package io.firekeeper.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.promql.Dialect;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that gives one verdict for each expression and target. */
abstract class ExpressionsCommand implements Callable<Integer> {

	private static final int LINES_BETWEEN_LOOKS = 1000;

	private final InputStream in;

	private final PrintStream out;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Settings settings = new Settings();

	@Parameters(arity = "0..*", paramLabel = "EXPR")
	private List<String> expressions = List.of();

	ExpressionsCommand(InputStream in, PrintStream out) {
		this.in = in;
		this.out = out;
	}

	/**
	 * Holds the options against what a target reads, before anything is judged.
	 * @throws ParameterException when they are wrong
	 */
	void prepare(Dialect dialect) {
	}

	abstract void print(ExpressionVerdict verdict, Report report);

	@Override
	public Integer call() {
		List<ExpressionJudge> judges = judges();
		judges.forEach((judge) -> prepare(judge.dialect()));
		Report report = this.settings.report(this.out);
		ExitStatus status = new ExitStatus(Severity.ERROR);
		Iterator<Expressions.Source> sources = Expressions.of(this.expressions, this.in).iterator();
		if (!sources.hasNext()) {
			throw new WrongUseException("There is no expression, neither an argument nor on standard input.");
		}
		for (int count = 1; sources.hasNext() && isRead(count); count++) {
			Expressions.Source source = sources.next();
			for (ExpressionJudge judge : judges) {
				ExpressionVerdict verdict = judge.judge(source);
				print(verdict, report);
				status.found(verdict.findings());
			}
		}
		report.end();
		return status.code();
	}

	private List<ExpressionJudge> judges() {
		return this.settings.targetsOr(Program.PROMETHEUS)
			.stream()
			.map((target) -> new ExpressionJudge(this.settings.sentences(), prometheus(target),
					this.settings.features()))
			.toList();
	}

	/** Whether somebody still reads what is printed; asked now and then. */
	private boolean isRead(int count) {
		return count % LINES_BETWEEN_LOOKS != 0 || !this.out.checkError();
	}

	private ProgramVersion prometheus(ProgramVersion target) {
		if (target.program() != Program.PROMETHEUS) {
			throw wrongUse("only Prometheus reads PromQL, not " + target);
		}
		return target;
	}

	/** That the arguments of the command are wrong. */
	ParameterException wrongUse(String message) {
		return new ParameterException(this.spec.commandLine(), message);
	}

}
