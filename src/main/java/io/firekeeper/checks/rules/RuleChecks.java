package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;

/**
 * Holds rules against checks. Pure: equal subjects give equal findings in equal order.
 */
public final class RuleChecks {

	private static final List<RuleCheck> ALWAYS = List.of(new Syntax(), new RuleWithoutSeverity(), new RedundantRegex(),
			new SubstringRegex(), new AlertWithoutComparison(), new ConstantAlert(), new RateMisuse(),
			new CounterWithoutRate(), new ShortWindow(), new AbsentAlert(), new ShortFor(), new LongInterval(),
			new ExternalLabelCollision(), new DuplicateRule(), new ShadowedRule(), new RecordName(),
			new RemovedDependency(), new UnroutedAlert(), new DivisionInAggregation(), new FragileAlert(),
			new DroppedLabel(), new TemplateLabel(), new AlertTemplate(), new UnreadableValue(),
			new ImpossibleMatching(), new ImpossibleLabel(), new NumberInGroup(), new UnusedInclude());

	/** What only settings can demand. */
	private static final List<String> DEMANDS = List.of("required-label", "required-annotation", "required-matcher",
			"aggregated-label", "forbidden-text", "name-convention", "duration-bounds", "range-limit");

	private static final Set<String> NAMES = allNames();

	private RuleChecks() {
	}

	/**
	 * The names of the checks that settings and comments may name: all but the one that
	 * says what Prometheus itself refuses.
	 */
	public static Set<String> names() {
		return NAMES;
	}

	private static Set<String> allNames() {
		Set<String> names = new TreeSet<>(DEMANDS);
		ALWAYS.forEach((check) -> names.add(check.name()));
		names.remove(Finding.SYNTAX);
		return names;
	}

	/** What is wrong with rules, worst first. */
	public static List<RuleFinding> check(RuleSubject subject) {
		return check(RuleContext.of(subject), subject.files(), (_) -> true);
	}

	/** What some checks find in some of the files of a context, worst first. */
	static List<RuleFinding> check(RuleContext context, List<RuleFile> files, Predicate<RuleCheck> which) {
		return files.parallelStream()
			.flatMap((file) -> check(context, file, which).stream())
			.distinct()
			.sorted(RuleFinding.WORST_FIRST)
			.toList();
	}

	private static List<RuleFinding> check(RuleContext context, RuleFile file, Predicate<RuleCheck> which) {
		List<Rule> rules = context.rules().of(file);
		Silences silences = Silences.of(file, rules);
		List<RuleFinding> findings = new ArrayList<>(silences.findings());
		Stream.concat(ALWAYS.stream(), file.settings().demands().stream()).filter(which).forEach((check) -> {
			Severity severity = file.settings().severity(check);
			if (severity != null) {
				rules.stream()
					.filter((rule) -> !silences.silent(rule, check.name()))
					.forEach((rule) -> check.check(rule, context, new Report(check.name(), rule, severity, findings)));
			}
		});
		return findings;
	}

}
