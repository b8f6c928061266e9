package io.firekeeper.promql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Checks that types fit, in the order in which Prometheus does (prometheus/prometheus
 * {@code promql/parser/parse.go}, {@code checkAST}).
 */
final class TypeChecker {

	private static final String INFO = "info";

	private final String text;

	private final Problems problems;

	private final Map<Binary, VectorMatching> misplaced;

	private final ClosingParentheses closings;

	TypeChecker(String text, Problems problems, Map<Binary, VectorMatching> misplaced, ClosingParentheses closings) {
		this.text = text;
		this.problems = problems;
		this.misplaced = misplaced;
		this.closings = closings;
	}

	/** Long chains are not followed by recursion, so that no text exhausts the stack. */
	void check(Expression expression) {
		Deque<Expression> chain = new ArrayDeque<>();
		Expression first = expression;
		for (Expression next = inner(first); next != null; next = inner(first)) {
			chain.push(first);
			first = next;
		}
		leaf(first);
		chain.forEach(this::afterInner);
	}

	private static @Nullable Expression inner(Expression expression) {
		return switch (expression) {
			case Subquery subquery -> subquery.expression();
			case Parentheses parentheses -> parentheses.expression();
			case Unary unary -> unary.expression();
			case Binary binary -> binary.left();
			default -> null;
		};
	}

	private void leaf(Expression expression) {
		switch (expression) {
			case VectorSelector selector -> selector(selector, false);
			case MatrixSelector matrix -> selector(matrix.selector(), false);
			case Aggregation aggregation -> aggregation(aggregation);
			case Call call -> call(call);
			default -> {
			}
		}
	}

	private void afterInner(Expression expression) {
		switch (expression) {
			case Subquery subquery -> subquery(subquery);
			case Unary unary -> unary(unary);
			case Binary binary -> binary(binary);
			default -> {
			}
		}
	}

	private void subquery(Subquery subquery) {
		if (subquery.expression().type() != ValueType.VECTOR) {
			this.problems.add(subquery.range(), "subquery-on", subquery.expression().type().code());
		}
	}

	private void unary(Unary unary) {
		if (!isNumeric(unary.type())) {
			this.problems.add(unary.range(), "sign-before", unary.type().documented());
		}
	}

	private static boolean isNumeric(ValueType type) {
		return type == ValueType.SCALAR || type == ValueType.VECTOR;
	}

	private void selector(VectorSelector selector, boolean mayBeEmpty) {
		if (selector.name() != null) {
			for (Matcher matcher : selector.matchers()) {
				if (matcher.isOnName()) {
					this.problems.add(selector.range(), "name-twice", selector.name(), matcher.value());
				}
			}
		}
		else if (!mayBeEmpty && selector.matchers().stream().allMatch(TypeChecker::matchesEmpty)) {
			this.problems.add(selector.range(), "selects-everything");
		}
	}

	private static boolean matchesEmpty(Matcher matcher) {
		return switch (matcher.type()) {
			case EQUAL -> matcher.value().isEmpty();
			case NOT_EQUAL -> !matcher.value().isEmpty();
			case REGEX -> RegexSyntax.matchesEmpty(matcher.value());
			case NOT_REGEX -> !RegexSyntax.matchesEmpty(matcher.value());
		};
	}

	private void aggregation(Aggregation aggregation) {
		Expression expression = aggregation.expression();
		check(expression);
		if (expression.type() != ValueType.VECTOR) {
			this.problems.add(expression.range(), "aggregation-of", aggregation.operator().symbol(),
					ValueType.VECTOR.documented(), expression.type().documented());
		}
		if (aggregation.parameter() != null) {
			ValueType wanted = Objects.requireNonNull(aggregation.operator().parameter());
			check(aggregation.parameter());
			if (aggregation.parameter().type() != wanted) {
				this.problems.add(aggregation.parameter().range(), "aggregation-parameter",
						aggregation.operator().symbol(), wanted.documented(),
						aggregation.parameter().type().documented());
			}
		}
	}

	private void call(Call call) {
		count(call);
		List<Expression> arguments = call.arguments();
		boolean info = call.function().name().equals(INFO) && arguments.size() > 1;
		if (info) {
			labelSelectors(call, arguments.get(1));
		}
		int checked = (call.function().variadic() == 0) ? Math.min(arguments.size(), call.function().arguments().size())
				: arguments.size();
		for (int index = 0; index < checked; index++) {
			argument(call, index, info && index == 1);
		}
	}

	private void count(Call call) {
		Function function = call.function();
		int count = call.arguments().size();
		if (count < function.minimumArguments() || count > function.maximumArguments()) {
			String bound = (function.variadic() == 0) ? "" : (count < function.minimumArguments()) ? "-least" : "-most";
			int wanted = (count < function.minimumArguments()) ? function.minimumArguments()
					: function.maximumArguments();
			this.problems.add(call.range(), "argument-count" + bound, function.name(), Integer.toString(wanted),
					Integer.toString(count));
		}
	}

	/** The second argument of {@code info} selects labels only. */
	private void labelSelectors(Call call, Expression argument) {
		if (argument.type() != ValueType.VECTOR) {
			type(call.range(), call, ValueType.VECTOR, argument.type());
		}
		if (!(argument instanceof VectorSelector selector) || selector.name() != null) {
			this.problems.add(argument.range(), "label-selectors-only");
		}
	}

	private void argument(Call call, int index, boolean labelSelectors) {
		Expression argument = call.arguments().get(index);
		if (labelSelectors && argument instanceof VectorSelector selector) {
			selector(selector, selector.name() == null);
		}
		else {
			check(argument);
		}
		if (argument.type() != call.function().argument(index)) {
			type(argument.range(), call, call.function().argument(index), argument.type());
		}
	}

	private void type(Range range, Call call, ValueType wanted, ValueType actual) {
		this.problems.add(range, "argument-type", call.function().name(), wanted.documented(), actual.documented());
	}

	private void binary(Binary binary) {
		check(binary.right());
		operator(binary);
		operand(binary.left());
		operand(binary.right());
		VectorMatching misplaced = this.misplaced.get(binary);
		if (misplaced != null) {
			misplaced(binary, misplaced);
		}
		else if (binary.matching() != null && binary.operator().isSetOperator()) {
			setOperator(binary, binary.matching());
		}
		boolean scalar = binary.left().type() == ValueType.SCALAR || binary.right().type() == ValueType.SCALAR;
		if (scalar && binary.operator().isSetOperator()) {
			this.problems.add(binary.range(), "set-operator-on-scalar", binary.operator().symbol());
		}
	}

	private void operator(Binary binary) {
		boolean scalars = binary.left().type() == ValueType.SCALAR && binary.right().type() == ValueType.SCALAR;
		if (binary.returnBool() && !binary.operator().isComparison()) {
			this.problems.add(operatorRange(binary), "bool-without-comparison");
		}
		if (binary.operator().isComparison() && !binary.returnBool() && scalars) {
			this.problems.add(operatorRange(binary), "scalar-comparison-without-bool");
		}
		VectorMatching matching = (binary.matching() != null) ? binary.matching() : this.misplaced.get(binary);
		if (matching != null && matching.on()) {
			for (String label : matching.labels()) {
				matching.include()
					.stream()
					.filter(label::equals)
					.forEach((_) -> this.problems.add(operatorRange(binary), "label-on-both", label));
			}
		}
	}

	/** All that stands between the operands, comments included, as Prometheus sees it. */
	private Range operatorRange(Binary binary) {
		int start = this.closings.endOf(binary.left());
		while (Characters.isSpace(this.text.charAt(start))) {
			start++;
		}
		return new Range(start, binary.operatorRange().end());
	}

	private void operand(Expression operand) {
		if (!isNumeric(operand.type())) {
			this.problems.add(operand.range(), "operand-type", operand.type().documented());
		}
	}

	private void misplaced(Binary binary, VectorMatching matching) {
		if (!matching.labels().isEmpty()) {
			this.problems.add(binary.range(), "matching-without-vectors");
		}
		if (matching.fillLeft() != null || matching.fillRight() != null) {
			this.problems.add(binary.range(), "fill-without-vectors");
		}
	}

	private void setOperator(Binary binary, VectorMatching matching) {
		if (matching.cardinality() != Cardinality.MANY_TO_MANY) {
			this.problems.add(binary.range(), "group-on-set-operator", binary.operator().symbol());
		}
		if (matching.fillLeft() != null || matching.fillRight() != null) {
			this.problems.add(binary.range(), "fill-on-set-operator", binary.operator().symbol());
		}
	}

}
