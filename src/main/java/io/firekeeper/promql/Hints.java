package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Adds to problems what helps to mend them. */
final class Hints {

	private static final int LONGEST_REREAD = 4000;

	private static final int SHOWN = 60;

	private static final Map<String, String> OPERATORS = Map.of("=", "==", "&", "and", "|", "or", "!", "unless", "~",
			"=~");

	private final String text;

	private final Dialect dialect;

	private final Predicate<Dialect> isReadBy;

	Hints(String text, Dialect dialect, Predicate<Dialect> isReadBy) {
		this.text = text;
		this.dialect = dialect;
		this.isReadBy = isReadBy;
	}

	List<SyntaxProblem> hinted(List<SyntaxProblem> problems) {
		List<SyntaxProblem> hinted = new ArrayList<>(problems.size());
		for (SyntaxProblem problem : problems) {
			List<Note> notes = new ArrayList<>(problem.notes());
			Note release = hinted.isEmpty() ? release() : null;
			Note note = (release != null) ? release : note(problem);
			if (note != null) {
				notes.add(note);
			}
			hinted.add(
					new SyntaxProblem(problem.code(), problem.arguments(), problem.range(), problem.position(), notes));
		}
		return hinted;
	}

	private @Nullable Note release() {
		return (this.text.length() <= LONGEST_REREAD) ? new ReleaseHints(this.dialect, this.isReadBy).note() : null;
	}

	private @Nullable Note note(SyntaxProblem problem) {
		return switch (problem.code()) {
			case "unknown-function" -> function(problem.arguments().getFirst());
			case "unexpected", "bad-character" -> word(problem.arguments().getFirst());
			case "argument-type" -> type(problem, problem.arguments().get(1), problem.arguments().get(2));
			case "aggregation-of" -> type(problem, problem.arguments().get(1), problem.arguments().get(2));
			case "scalar-comparison-without-bool" -> Note.of("write-bool");
			case "selects-everything" -> Note.of("name-a-metric");
			case "offset-before-window", "at-before-window" -> Note.of("window-first");
			case "window-on-expression", "subquery-on" -> Note.of("write-subquery");
			case "bad-duration", "bad-window", "missing-unit" -> Note.of("duration-units");
			default -> null;
		};
	}

	private @Nullable Note function(String name) {
		Function known = Functions.find(name);
		if (known != null && known.until() != null && known.name().equals("holt_winters")) {
			return Note.of("did-you-mean", "double_exponential_smoothing");
		}
		String nearest = NearestName.of(name, names());
		if (nearest != null) {
			return Note.of("did-you-mean", nearest);
		}
		return MetricsQl.isFunction(name) ? Note.of("metricsql-only", name) : null;
	}

	private Set<String> names() {
		Set<String> names = new HashSet<>(Functions.of(this.dialect).keySet());
		for (AggregationOperator aggregation : AggregationOperator.values()) {
			names.add(aggregation.symbol());
		}
		return names;
	}

	private static @Nullable Note word(String word) {
		String operator = OPERATORS.get(word);
		if (operator != null) {
			return Note.of("did-you-mean", operator);
		}
		return MetricsQl.isKeyword(word) ? Note.of("metricsql-only", word) : null;
	}

	private @Nullable Note type(SyntaxProblem problem, String wanted, String actual) {
		if (wanted.equals(ValueType.MATRIX.documented()) && actual.equals(ValueType.VECTOR.documented())) {
			return window(shown(problem.range().in(this.text)));
		}
		if (wanted.equals(ValueType.VECTOR.documented()) && actual.equals(ValueType.MATRIX.documented())) {
			return Note.of("aggregate-over-time");
		}
		if (wanted.equals(ValueType.SCALAR.documented()) && actual.equals(ValueType.VECTOR.documented())) {
			return Note.of("use-scalar");
		}
		return (wanted.equals(ValueType.VECTOR.documented()) && actual.equals(ValueType.SCALAR.documented()))
				? Note.of("use-vector") : null;
	}

	private Note window(String argument) {
		Expression expression = PromQl.read(argument, this.dialect, new Problems(argument));
		boolean selector = Objects.requireNonNullElse(expression, Broken.at(new Range(0, 0))) instanceof VectorSelector;
		return selector ? Note.of("write-window", argument + "[5m]") : Note.of("write-subquery");
	}

	private static String shown(String argument) {
		return (argument.length() > SHOWN) ? "x" : argument;
	}

}
