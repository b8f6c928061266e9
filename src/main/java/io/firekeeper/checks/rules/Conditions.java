package io.firekeeper.checks.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.firekeeper.promql.Aggregation;
import io.firekeeper.promql.Binary;
import io.firekeeper.promql.BinaryOperator;
import io.firekeeper.promql.Call;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.MatrixSelector;
import io.firekeeper.promql.NumberLiteral;
import io.firekeeper.promql.Parentheses;
import io.firekeeper.promql.Range;
import io.firekeeper.promql.StringLiteral;
import io.firekeeper.promql.Subquery;
import io.firekeeper.promql.Unary;
import io.firekeeper.promql.ValueType;
import io.firekeeper.promql.VectorSelector;

/**
 * Finds the parts of an expression that give a result whether or not anything is wrong.
 */
final class Conditions {

	/** How many rules behind each other are followed. */
	private static final int DEEPEST = 50;

	private final RuleSet rules;

	private final Set<String> open = new HashSet<>();

	private final Map<String, Boolean> known = new HashMap<>();

	/**
	 * Looks at expressions of one Prometheus.
	 * @param rules its rules: a recorded series may have its condition there
	 */
	Conditions(RuleSet rules) {
		this.rules = rules;
	}

	/**
	 * The parts that an expression gives unconditionally; none when it has a condition.
	 */
	List<Part> unconditional(Expression expression) {
		return switch (expression) {
			case NumberLiteral _, StringLiteral _ -> List.of(new Part(expression.range(), Kind.ALWAYS));
			case VectorSelector selector -> selected(selector);
			case MatrixSelector matrix -> selected(matrix.selector());
			case Parentheses parentheses -> unconditional(parentheses.expression());
			case Unary unary -> unconditional(unary.expression());
			case Subquery subquery -> unconditional(subquery.expression());
			case Aggregation aggregation -> unconditional(aggregation.expression());
			case Call call -> called(call);
			case Binary binary -> combined(binary);
		};
	}

	private List<Part> selected(VectorSelector selector) {
		String name = selector.metricName();
		boolean conditional = name != null && (Builtins.isOfAlerts(name) || isRecordedConditionally(name));
		return conditional ? List.of() : List.of(new Part(selector.range(), Kind.MATCHING));
	}

	/** Series that others record may have any condition. */
	private boolean isRecordedConditionally(String name) {
		List<Rule> recording = this.rules.recording(name);
		if (recording.isEmpty() || this.open.contains(name) || this.open.size() >= DEEPEST) {
			return name.indexOf(':') >= 0;
		}
		Boolean before = this.known.get(name);
		if (before != null) {
			return before;
		}
		this.open.add(name);
		boolean conditional = recording.stream()
			.map(Rule::expression)
			.filter(Objects::nonNull)
			.allMatch((expression) -> unconditional(expression).isEmpty());
		this.open.remove(name);
		this.known.put(name, conditional);
		return conditional;
	}

	private List<Part> called(Call call) {
		if (Builtins.isAbsence(call)) {
			return List.of();
		}
		return call.arguments()
			.stream()
			.filter((argument) -> argument.type() == ValueType.VECTOR || argument.type() == ValueType.MATRIX)
			.filter((_) -> call.type() != ValueType.SCALAR)
			.findFirst()
			.map(this::unconditional)
			.orElseGet(() -> List.of(new Part(call.range(), Kind.ALWAYS)));
	}

	private List<Part> combined(Binary binary) {
		BinaryOperator operator = binary.operator();
		if (operator == BinaryOperator.UNLESS || operator.isComparison() && !binary.returnBool()) {
			return List.of();
		}
		List<Part> left = unconditional(binary.left());
		List<Part> right = unconditional(binary.right());
		if (operator == BinaryOperator.OR) {
			return Stream.concat(left.stream(), right.stream()).toList();
		}
		if (left.isEmpty() || right.isEmpty()) {
			return List.of();
		}
		return (operator == BinaryOperator.AND) ? left : List.of(new Part(binary.range(), kind(binary, left, right)));
	}

	private static Kind kind(Binary binary, List<Part> left, List<Part> right) {
		List<Kind> kinds = Stream.concat(left.stream(), right.stream()).map(Part::kind).toList();
		boolean always = kinds.stream().allMatch((kind) -> kind == Kind.ALWAYS);
		if (always && binary.type() == ValueType.SCALAR) {
			return Kind.ALWAYS;
		}
		return (binary.returnBool() || kinds.contains(Kind.BOOL)) ? Kind.BOOL : always ? Kind.ALWAYS : Kind.MATCHING;
	}

	/**
	 * A part of an expression.
	 *
	 * @param range where
	 * @param kind what it gives
	 */
	record Part(Range range, Kind kind) {
	}

	/** When a part gives a result. */
	enum Kind {

		/** Always. */
		ALWAYS,

		/** Always when it matches anything, 0 or 1. */
		BOOL,

		/** Always when it matches anything. */
		MATCHING

	}

}
