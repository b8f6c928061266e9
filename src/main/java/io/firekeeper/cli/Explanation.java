package io.firekeeper.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.firekeeper.faults.Message;
import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Grouping;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.Release;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.Subquery;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorMatching;
import io.firekeeper.promql.VectorSelector;
import io.firekeeper.promql.analysis.Labels;
import io.firekeeper.promql.analysis.Outcome;
import io.firekeeper.promql.analysis.Outcomes;
import io.firekeeper.promql.analysis.Pairing;
import io.firekeeper.promql.analysis.Selections;
import org.jspecify.annotations.Nullable;

/**
 * What an expression says, part by part.
 *
 * @param facts about the whole
 * @param meetings the sides of its matchings on which several series may meet the same
 * one
 * @param results what can come out
 * @param parts the parts, each above those inside it
 */
record Explanation(List<Fact> facts, List<Meeting> meetings, List<Result> results, List<Part> parts) {

	Explanation {
		facts = List.copyOf(facts);
		meetings = List.copyOf(meetings);
		results = List.copyOf(results);
		parts = List.copyOf(parts);
	}

	/** Explains an expression that was accepted. */
	static Explanation of(ExpressionVerdict verdict) {
		Expression expression = Objects.requireNonNull(verdict.expression(), "was accepted");
		List<Part> parts = new ArrayList<>();
		add(expression, 0, verdict.dialect(), parts);
		Outcomes outcomes = new Outcomes();
		List<Result> results = outcomes.within(expression)
			.stream()
			.filter((outcome) -> !outcome.isDead())
			.map(Result::of)
			.distinct()
			.toList();
		return new Explanation(facts(expression, verdict.dialect()), meetings(expression, outcomes), results, parts);
	}

	private static List<Fact> facts(Expression expression, Dialect dialect) {
		Set<String> functions = new TreeSet<>();
		Set<String> windows = new LinkedHashSet<>();
		expression.forEach((part) -> {
			if (part instanceof Call call) {
				functions.add(call.function().name());
				windows(call, dialect, windows);
			}
		});
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("type", List.of(expression.type().documented())));
		facts.add(new Fact("metrics", List.copyOf(Selections.metrics(expression))));
		facts.add(new Fact("functions", List.copyOf(functions)));
		facts.add(new Fact("windows", List.copyOf(windows)));
		facts.add(new Fact("since", List.of(since(PromQl.print(expression, dialect), dialect).toString())));
		return facts.stream().filter((fact) -> !fact.values().isEmpty()).toList();
	}

	/** The first release from which on every one up to the target reads it. */
	private static Release since(String text, Dialect dialect) {
		Release since = dialect.release();
		for (Release release : Release.known().reversed()) {
			if (dialect.release().isAtLeast(release)) {
				if (PromQl.parse(text, new Dialect(release, dialect.features())).expression() == null) {
					return since;
				}
				since = release;
			}
		}
		return since;
	}

	/** Such as {@code rate[5m]}. */
	private static void windows(Call call, Dialect dialect, Set<String> windows) {
		for (Expression argument : call.arguments()) {
			if (argument.type() == ValueType.MATRIX) {
				String text = PromQl.print(argument, dialect);
				windows.add(call.function().name() + text.substring(text.lastIndexOf('['), text.lastIndexOf(']') + 1));
			}
		}
	}

	private static List<Meeting> meetings(Expression expression, Outcomes outcomes) {
		List<Meeting> meetings = new ArrayList<>();
		expression.forEach((part) -> {
			if (part instanceof Binary binary && Pairing.of(binary, outcomes) instanceof Pairing pairing) {
				if (pairing.left().isMultiple()) {
					meetings.add(Meeting.of("left", pairing, pairing.left()));
				}
				if (pairing.right().isMultiple()) {
					meetings.add(Meeting.of("right", pairing, pairing.right()));
				}
			}
		});
		return meetings;
	}

	private static void add(Expression part, int depth, Dialect dialect, List<Part> parts) {
		if (part instanceof Parentheses parentheses) {
			add(parentheses.expression(), depth, dialect, parts);
			return;
		}
		parts.add(new Part(depth, PromQl.print(part, dialect), part.type().code(), meaning(part)));
		part.children().forEach((child) -> add(child, depth + 1, dialect, parts));
	}

	private static Message meaning(Expression part) {
		return switch (part) {
			case NumberLiteral number -> Message.of("cli.explain.number");
			case StringLiteral string -> Message.of("cli.explain.string");
			case VectorSelector selector -> Message.of("cli.explain.selector", selector.matchers().size());
			case MatrixSelector selector -> Message.of("cli.explain.window");
			case Subquery subquery -> Message.of("cli.explain.subquery");
			case Call call -> Message.of("cli.explain.call", call.function().name(), call.type().documented());
			case Aggregation aggregation -> aggregation(aggregation.operator().symbol(), aggregation.grouping());
			case Binary binary -> binary(binary);
			case Unary unary -> Message.of("cli.explain.sign");
			case Parentheses parentheses -> meaning(parentheses.expression());
		};
	}

	private static Message aggregation(String operator, @Nullable Grouping grouping) {
		if (grouping == null || (grouping.labels().isEmpty() && !grouping.without())) {
			return Message.of("cli.explain.aggregation.all", operator);
		}
		return Message.of(grouping.without() ? "cli.explain.aggregation.without" : "cli.explain.aggregation.by",
				operator, String.join(", ", grouping.labels()));
	}

	private static Message binary(Binary binary) {
		VectorMatching matching = binary.matching();
		if (matching == null) {
			return Message.of("cli.explain.binary.scalar", binary.operator().symbol());
		}
		String labels = String.join(", ", matching.labels());
		return Message.of(matching.on() ? "cli.explain.binary.on" : "cli.explain.binary.ignoring",
				binary.operator().symbol(), labels.isEmpty() ? "–" : labels);
	}

	/**
	 * One sort of series that can come out.
	 *
	 * @param present the labels that each of them has
	 * @param possible further labels that some may have, as far as they have names
	 * @param others whether they may have any other labels
	 * @param always whether there is a result whatever is scraped
	 */
	record Result(List<String> present, List<String> possible, boolean others, boolean always) {

		static Result of(Outcome outcome) {
			Labels labels = outcome.labels();
			List<String> present = labels.named().stream().filter((name) -> labels.of(name).isPresent()).toList();
			List<String> possible = labels.named().stream().filter((name) -> !labels.of(name).isPresent()).toList();
			return new Result(present, possible, !labels.others().isAbsent(), outcome.always());
		}

		Message sentence() {
			return Message.of(this.others ? "cli.explain.result.open" : "cli.explain.result.closed",
					listed(this.present), listed(this.possible));
		}

		private static String listed(List<String> names) {
			return names.isEmpty() ? "–" : String.join(", ", names);
		}

	}

	/**
	 * Series of one side of a matching that may meet the same one of the other.
	 *
	 * @param side {@code left} or {@code right}
	 * @param operator the operator of the matching
	 * @param labels the labels in which they may differ, as far as they have names
	 * @param others whether they may differ in any other label
	 * @param many whether the matching allows it: else the query fails when they do
	 */
	record Meeting(String side, String operator, List<String> labels, boolean others, boolean many) {

		static Meeting of(String side, Pairing pairing, Pairing.Side series) {
			return new Meeting(side, pairing.binary().operator().symbol(), List.copyOf(series.differing()),
					series.others(), series.many());
		}

		Message sentence() {
			List<String> shown = new ArrayList<>(this.labels);
			if (this.others) {
				shown.add("…");
			}
			return Message.of("cli.explain.meeting." + (this.many ? "many." : "one.") + this.side, this.operator,
					String.join(", ", shown));
		}

	}

	/**
	 * A fact about the whole expression.
	 *
	 * @param name which, stable
	 * @param values what is so
	 */
	record Fact(String name, List<String> values) {

		Message sentence() {
			return Message.of("cli.explain.fact." + this.name, String.join(", ", this.values));
		}

	}

	/**
	 * A part of the expression.
	 *
	 * @param depth how deep it stands
	 * @param text the part in canonical form
	 * @param type the type of its value
	 * @param sentence what it means
	 */
	record Part(int depth, String text, String type, Message sentence) {

	}

}
