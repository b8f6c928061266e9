package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Position;
import org.jspecify.annotations.Nullable;

/**
 * The comments of a file that silence checks:
 * {@code # firekeeper disable short-window: the exporter is scraped by hand} for the rule
 * that it stands in or before, or for the group when it stands above its rules,
 * {@code # firekeeper file/disable …} for all rules of the file. Commas separate several
 * checks. One without a reason is not honoured.
 */
final class Silences {

	/** The check that finds what is wrong with such comments. */
	static final String CHECK = "silence";

	private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#\\s*firekeeper\\s+(file/)?disable(?:\\s+|$)",
			Pattern.CASE_INSENSITIVE);

	private final List<Silence> silences = new ArrayList<>();

	private final List<RuleFinding> findings = new ArrayList<>();

	private final List<Rule> rules;

	private @Nullable RuleLines lines;

	private Silences(List<Rule> rules) {
		this.rules = rules;
	}

	/** Reads the comments of a file that has these rules. */
	static Silences of(RuleFile file, List<Rule> rules) {
		Silences silences = new Silences(rules);
		if (file.text().indexOf('#') >= 0) {
			List<String> lines = file.text().lines().toList();
			for (int line = 0; line < lines.size(); line++) {
				silences.read(file, line + 1, lines.get(line));
			}
		}
		return silences;
	}

	private void read(RuleFile file, int number, String line) {
		Matcher comment = COMMENT.matcher(line);
		if (line.indexOf('#') >= 0 && comment.find()) {
			int sign = line.indexOf('#', comment.start());
			Position place = new Position(number, line.codePointCount(0, sign) + 1);
			String rest = line.substring(comment.end());
			int colon = rest.indexOf(':');
			String reason = (colon >= 0) ? rest.substring(colon + 1).strip() : "";
			for (String check : ((colon >= 0) ? rest.substring(0, colon) : rest).split(",", -1)) {
				add(file, place, comment.group(1) != null, check.strip(), reason);
			}
		}
	}

	private void add(RuleFile file, Position place, boolean forFile, String check, String reason) {
		String name = reason.isEmpty() ? check.split("\\s", 2)[0] : check;
		if (name.isEmpty()) {
			this.findings.add(finding(file, place, "without-check"));
		}
		else if (!RuleChecks.names().contains(name)) {
			this.findings.add(finding(file, place, "unknown-check", name));
		}
		else if (reason.isEmpty()) {
			this.findings.add(finding(file, place, "without-reason", name));
		}
		else {
			this.silences.add(new Silence(name, new HashSet<>(forFile ? this.rules : around(place.line()))));
		}
	}

	private static RuleFinding finding(RuleFile file, Position place, String code, String... check) {
		return new RuleFinding(Finding.in(file.name(), place, Severity.WARNING, CHECK, code, check), null);
	}

	private List<Rule> around(int line) {
		RuleLines known = this.lines;
		if (known == null) {
			known = new RuleLines(this.rules);
			this.lines = known;
		}
		return known.around(line);
	}

	/** Whether a check says nothing about a rule. */
	boolean silent(Rule rule, String check) {
		return !this.silences.isEmpty() && this.silences.stream()
			.anyMatch((silence) -> silence.check().equals(check) && silence.rules().contains(rule));
	}

	/** What is wrong with the comments. */
	List<RuleFinding> findings() {
		return this.findings;
	}

	private record Silence(String check, Set<Rule> rules) {
	}

}
