package io.firekeeper.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.firekeeper.faults.Message;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.Release;
import io.firekeeper.promql.ValueType;
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
		facts.add(new Fact(Fact.TYPE, List.of(expression.type().documented())));
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

	/** Such as {@code rate[5m] offset 1h}. */
	private static void windows(Call call, Dialect dialect, Set<String> windows) {
		for (Expression argument : call.arguments()) {
			Expression range = argument;
			while (range instanceof Parentheses parentheses) {
				range = parentheses.expression();
			}
			if (range.type() == ValueType.MATRIX) {
				String text = PromQl.print(range, dialect);
				windows.add(call.function().name() + text.substring(text.lastIndexOf('[')));
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
		parts.add(new Part(depth, PromQl.print(part, dialect), part.type().code(), Meaning.of(part)));
		part.children().forEach((child) -> add(child, depth + 1, dialect, parts));
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
			String possible = this.possible.isEmpty() ? "" : "perhaps.";
			String present = this.present.isEmpty() ? "none." : "some.";
			return Message.of("cli.explain.result." + present + possible + (this.others ? "open" : "closed"),
					String.join(", ", this.present), String.join(", ", this.possible));
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
			return Message.of("cli.explain.meeting." + (this.many ? "many." : "one.") + this.side, this.operator);
		}

		/** In what they may differ. */
		Message difference() {
			String extent = this.labels.isEmpty() ? "any" : this.others ? "open" : "closed";
			return Message.of("cli.explain.difference." + extent, String.join(", ", this.labels));
		}

	}

	/**
	 * A fact about the whole expression.
	 *
	 * @param name which, stable
	 * @param values what is so
	 */
	record Fact(String name, List<String> values) {

		private static final String TYPE = "type";

		Message sentence() {
			String key = "cli.explain.fact." + this.name;
			return this.name.equals(TYPE) ? Message.of(key + "." + this.values.getFirst().replace(' ', '-'))
					: Message.of(key, String.join(", ", this.values));
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
