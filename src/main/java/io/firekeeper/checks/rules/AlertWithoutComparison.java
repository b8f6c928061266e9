package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Locale;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.Conditions.Kind;
import io.firekeeper.checks.rules.Conditions.Part;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Range;
import org.jspecify.annotations.Nullable;

/**
 * An alert without a condition: it fires for every series that its expression gives,
 * whatever the value. That a number always fires, {@link ConstantAlert} says.
 */
final class AlertWithoutComparison extends StandingCheck {

	private static final String BOOL = "bool";

	AlertWithoutComparison() {
		super("alert-without-comparison", Severity.WARNING);
	}

	@Override
	public boolean looksAtRules() {
		return true;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		Expression expression = rule.expression();
		if (rule.isAlert() && expression != null && Constants.of(expression) == null) {
			List<Part> parts = new Conditions(context.rules()).unconditional(expression);
			boolean whole = rule.parts(Binary.class)
				.stream()
				.noneMatch((binary) -> binary.operator() == BinaryOperator.OR);
			for (Part part : parts) {
				String code = part.kind().name().toLowerCase(Locale.ROOT) + (whole ? "" : "-part");
				report.fixable(rule.position(part.range()), fix(rule, expression, part), code, rule.name(),
						rule.text(part.range()));
			}
		}
	}

	/** Without the word, a comparison drops what it does not hold for. */
	private static @Nullable QuickFix fix(Rule rule, Expression expression, Part part) {
		if (part.kind() != Kind.BOOL || !(Parts.bare(expression) instanceof Binary binary) || !binary.returnBool()) {
			return null;
		}
		int word = rule.source().text().indexOf(BOOL, binary.operatorRange().end());
		int end = word + BOOL.length();
		boolean spaced = rule.source().text().startsWith(" ", end);
		return (word > 0) ? Edits.replace(rule, new Range(word, spaced ? end + 1 : end), "") : null;
	}

}
