package io.firekeeper.cli;

import java.io.PrintStream;
import java.util.List;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.faults.Message;

/**
 * For people and editors: {@code file:line:column: severity: sentence [check/code]}, as
 * compilers print it.
 */
final class TextReport implements Report {

	private static final int WIDEST = 160;

	private final PrintStream out;

	private final Sentences sentences;

	private int accepted;

	private int rejected;

	private int unreadable;

	TextReport(PrintStream out, Sentences sentences) {
		this.out = out;
		this.sentences = sentences;
	}

	@Override
	public void file(FileVerdict verdict) {
		count(verdict.accepted());
		String name = verdict.source().name();
		findings(name, verdict.findings(), verdict.source().text());
		this.out.println(name + ": "
				+ this.sentences.of(verdict.accepted() ? "cli.accepted" : "cli.rejected", verdict.target(),
						count(verdict, Severity.ERROR), count(verdict, Severity.WARNING),
						count(verdict, Severity.INFO)));
	}

	@Override
	public void unreadable(String file, Message reason) {
		this.unreadable++;
		this.out.println(file + ": " + this.sentences.of(reason));
	}

	@Override
	public void checked(ExpressionVerdict verdict) {
		if (verdict.expression() == null) {
			refused(verdict);
		}
		else {
			count(true);
			this.out.println(verdict.source().name() + ": "
					+ this.sentences.of("cli.expression", verdict.expression().type().documented(), verdict.target())
					+ ": " + verdict.canonical());
		}
	}

	@Override
	public void formatted(ExpressionVerdict verdict, boolean oneLine) {
		if (verdict.accepted()) {
			this.out.println(oneLine ? verdict.canonical() : verdict.pretty());
		}
		else {
			refused(verdict);
		}
	}

	@Override
	public void explained(ExpressionVerdict verdict, Explanation explanation) {
		this.out.println(verdict.canonical());
		explanation.facts().forEach((fact) -> this.out.println("  " + this.sentences.of(fact.sentence())));
		explanation.meetings()
			.forEach((meeting) -> this.out.println(
					"  " + this.sentences.of(meeting.sentence()) + "; " + this.sentences.of(meeting.difference())));
		explanation.results().forEach((result) -> this.out.println("  " + this.sentences.of(result.sentence())));
		explanation.parts()
			.forEach((part) -> this.out
				.println("  ".repeat(part.depth() + 1) + part.text() + "  — " + this.sentences.of(part.sentence())));
	}

	@Override
	public void end() {
		if (this.accepted + this.rejected + this.unreadable > 1) {
			this.out.println(this.sentences.of("cli.summary", this.accepted, this.rejected, this.unreadable));
		}
		this.out.flush();
	}

	private void refused(ExpressionVerdict verdict) {
		count(false);
		findings(verdict.source().name(), verdict.findings(), verdict.source().text());
	}

	private void findings(String name, List<Reported> findings, String text) {
		List<String> lines = findings.isEmpty() ? List.of() : text.lines().toList();
		findings.forEach((finding) -> finding(name, finding, lines));
	}

	private void finding(String name, Reported finding, List<String> lines) {
		String place = (finding.line() > 0) ? ":" + finding.line() + ":" + finding.column() : "";
		this.out.println(name + place + ": " + this.sentences.of("cli.severity." + Reported.code(finding.severity()))
				+ ": " + finding.message() + " [" + finding.check() + "/" + finding.code() + "]");
		if (finding.line() > 0 && finding.line() <= lines.size()) {
			excerpt(lines.get(finding.line() - 1), finding.column());
		}
		finding.notes().forEach((note) -> this.out.println("    " + note));
	}

	private void excerpt(String line, int column) {
		if (line.isBlank() || line.length() > WIDEST) {
			return;
		}
		int characters = Math.min(Math.max(column - 1, 0), line.codePointCount(0, line.length()));
		int caret = line.offsetByCodePoints(0, characters);
		this.out.println("    " + line);
		this.out.println("    " + line.substring(0, caret).replaceAll("[^\t]", " ") + "^");
	}

	private void count(boolean isAccepted) {
		if (isAccepted) {
			this.accepted++;
		}
		else {
			this.rejected++;
		}
	}

	private static long count(FileVerdict verdict, Severity severity) {
		return verdict.findings().stream().filter((finding) -> finding.severity() == severity).count();
	}

}
