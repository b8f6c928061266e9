package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.analysis.Fate;
import org.jspecify.annotations.Nullable;

/**
 * The edit by which an aggregation keeps a label.
 */
final class KeptLabel {

	private KeptLabel() {
	}

	/** The edit, or {@code null} when one is not enough. */
	static @Nullable QuickFix fix(Rule rule, Fate fate, String label, RuleContext context) {
		Aggregation aggregation = rule.parts(Aggregation.class)
			.stream()
			.filter((candidate) -> isAt(candidate, fate))
			.findFirst()
			.orElse(null);
		if (aggregation == null || !label.matches("[a-zA-Z_]\\w*")) {
			return null;
		}
		Grouping grouping = aggregation.grouping();
		Range range = (grouping != null) ? grouping.range() : operator(aggregation);
		String replacement = (grouping != null) ? kept(grouping, label)
				: rule.text(range) + " by (" + label + ")" + spaceBehind(rule, range);
		return keeps(rule, range, replacement, label, context) ? Edits.replace(rule, range, replacement) : null;
	}

	private static boolean isAt(Aggregation aggregation, Fate fate) {
		Grouping grouping = aggregation.grouping();
		return aggregation.range().equals(fate.range()) || grouping != null && grouping.range().equals(fate.range());
	}

	private static Range operator(Aggregation aggregation) {
		int start = aggregation.range().start();
		return new Range(start, start + aggregation.operator().symbol().length());
	}

	private static String spaceBehind(Rule rule, Range range) {
		return rule.source().text().startsWith("(", range.end()) ? " " : "";
	}

	private static String kept(Grouping grouping, String label) {
		List<String> labels = new ArrayList<>(grouping.labels());
		if (grouping.without()) {
			labels.remove(label);
		}
		else {
			labels.add(label);
		}
		return (grouping.without() ? "without (" : "by (") + String.join(", ", labels) + ")";
	}

	/** Whether the label comes out after the edit. */
	private static boolean keeps(Rule rule, Range range, String replacement, String label, RuleContext context) {
		String text = new QuickFix(range.start(), range.end(), replacement).apply(rule.source().text());
		Expression changed = PromQl.parse(text, context.target().dialect()).expression();
		return changed != null && MissingLabel.of(changed, label) == null;
	}

}
