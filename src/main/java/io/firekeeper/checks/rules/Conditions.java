package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

	private static final Set<String> ABSENCE = Set.of("absent", "absent_over_time");

	private static final Set<String> OF_ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

	private final RuleSet rules;

	private final Set<String> open;

	/**
	 * Looks at expressions of one Prometheus.
	 * @param rules its rules: a recorded series may have its condition there
	 */
	Conditions(RuleSet rules) {
		this(rules, Set.of());
	}

	private Conditions(RuleSet rules, Set<String> open) {
		this.rules = rules;
		this.open = open;
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
		boolean conditional = name != null && (OF_ALERTS.contains(name) || isRecordedConditionally(name));
		return conditional ? List.of() : List.of(new Part(selector.range(), Kind.MATCHING));
	}

	/** Series that others record may have any condition. */
	private boolean isRecordedConditionally(String name) {
		List<Rule> recording = this.rules.recording(name);
		if (recording.isEmpty() || this.open.contains(name)) {
			return name.indexOf(':') >= 0;
		}
		Conditions deeper = new Conditions(this.rules,
				Stream.concat(this.open.stream(), Stream.of(name)).collect(Collectors.toSet()));
		return recording.stream()
			.map(Rule::expression)
			.filter(Objects::nonNull)
			.allMatch((expression) -> deeper.unconditional(expression).isEmpty());
	}

	private List<Part> called(Call call) {
		if (ABSENCE.contains(call.function().name())) {
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
