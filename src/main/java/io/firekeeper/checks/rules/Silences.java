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
 * {@code # firekeeper file/disable …} for all rules of the file. One without a reason is
 * not honoured.
 */
final class Silences {

	/** The check that finds what is wrong with such comments. */
	static final String CHECK = "silence";

	private static final Pattern COMMENT = Pattern
		.compile("(?:^|\\s)#\\s*firekeeper\\s+(file/)?disable\\s+([a-z0-9-]+)[ \\t]*(?::[ \\t]*(.*?))?\\s*$");

	private static final String MARK = "firekeeper";

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
		if (file.text().contains(MARK)) {
			List<String> lines = file.text().lines().toList();
			for (int line = 0; line < lines.size(); line++) {
				Matcher matcher = COMMENT.matcher(lines.get(line));
				if (matcher.find()) {
					int sign = lines.get(line).indexOf('#', matcher.start());
					silences.add(file, new Position(line + 1, lines.get(line).codePointCount(0, sign) + 1), matcher);
				}
			}
		}
		return silences;
	}

	private void add(RuleFile file, Position place, Matcher matcher) {
		String check = matcher.group(2);
		String reason = matcher.group(3);
		if (!RuleChecks.names().contains(check)) {
			this.findings.add(finding(file, place, "unknown-check", check));
		}
		else if (reason == null || reason.isBlank()) {
			this.findings.add(finding(file, place, "without-reason", check));
		}
		else {
			this.silences
				.add(new Silence(check, new HashSet<>((matcher.group(1) != null) ? this.rules : around(place.line()))));
		}
	}

	private static RuleFinding finding(RuleFile file, Position place, String code, String check) {
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
