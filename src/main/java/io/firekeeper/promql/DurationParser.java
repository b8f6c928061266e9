package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/**
 * Reads lengths of time: windows, steps and offsets. Since 3.4 they are expressions of
 * their own; an offset ends sooner than a window, so that {@code foo offset 5m + 1} adds
 * to {@code foo}.
 */
final class DurationParser {

	private static final int UNARY_OPERAND = 6;

	private static final int MOST_NESTED = 100;

	private static final double GREATEST = 9223372036.854775807;

	private final TokenStream tokens;

	private final Literals literals;

	private int nesting;

	private int operations;

	DurationParser(TokenStream tokens, Literals literals) {
		this.tokens = tokens;
		this.literals = literals;
	}

	/** The length of a window or a step. */
	DurationExpression window() {
		if (!this.tokens.grammar().hasDurationExpressions()) {
			return literal();
		}
		this.nesting = 0;
		this.operations = 0;
		int before = this.tokens.problems().count();
		DurationExpression window = expression(0);
		boolean sound = this.tokens.problems().count() == before;
		this.tokens.peek();
		if (sound && window instanceof DurationExpression.Literal literal && literal.seconds() <= 0) {
			this.tokens.problems().add(literal.range(), "empty-duration", DurationSyntax.format(0));
		}
		return window;
	}

	/** The length of an offset. */
	DurationExpression offset() {
		Grammar grammar = this.tokens.grammar();
		if (!grammar.hasDurationExpressions()) {
			return plainOffset();
		}
		this.nesting = 0;
		this.operations = 0;
		return grammar.endsOffsetAtLiteral() ? shortOffset() : expression(0);
	}

	private DurationExpression plainOffset() {
		int start = this.tokens.nextStart();
		boolean minus = this.tokens.accept(TokenType.SUBTRACT);
		DurationExpression.Literal literal = literal();
		return minus ? negated(literal, start) : literal;
	}

	private DurationExpression.Literal literal() {
		if (this.tokens.grammar().mixesNumbersAndDurations() && this.tokens.accept(TokenType.NUMBER)) {
			return new DurationExpression.Literal(rounded(this.literals.number()), false, this.tokens.lastRange());
		}
		this.tokens.expect(TokenType.DURATION);
		return new DurationExpression.Literal(rounded(this.literals.seconds()), true, this.tokens.lastRange());
	}

	private double rounded(double seconds) {
		return this.tokens.grammar().roundsDurations() ? seconds : (long) (seconds * 1000) / 1000.0;
	}

	private static DurationExpression.Literal negated(DurationExpression.Literal literal, int start) {
		return new DurationExpression.Literal(-literal.seconds(), literal.duration(),
				new Range(start, literal.range().end()));
	}

	private DurationExpression shortOffset() {
		int start = this.tokens.nextStart();
		return switch (this.tokens.peek()) {
			case NUMBER, DURATION -> checkedLiteral();
			case ADD, SUBTRACT -> signedOffset(start);
			default -> isValue(this.tokens.peek()) ? value() : expression(0);
		};
	}

	private DurationExpression signedOffset(int start) {
		boolean minus = this.tokens.peek() == TokenType.SUBTRACT;
		this.tokens.advance();
		TokenType next = this.tokens.peek();
		if (next == TokenType.NUMBER || next == TokenType.DURATION) {
			return signed(checkedLiteral(), minus, start);
		}
		if (isValue(next)) {
			return signed(value(), minus, start);
		}
		if (next == TokenType.LEFT_PARENTHESIS && this.tokens.grammar().hasStep()) {
			return signed(signedParentheses(), minus, start);
		}
		return continued(signed(operand(), minus, start), 0);
	}

	/** Parentheses behind a sign, which ask for no feature by themselves. */
	private DurationExpression signedParentheses() {
		this.tokens.advance();
		DurationExpression inner = expression(0);
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return parenthesized(inner);
	}

	private DurationExpression operand() {
		return expression(UNARY_OPERAND);
	}

	private DurationExpression expression(int minimum) {
		if (++this.nesting > MOST_NESTED) {
			throw tooDeep(MOST_NESTED);
		}
		DurationExpression expression = continued(first(), minimum);
		this.nesting--;
		return expression;
	}

	private SyntaxException tooDeep(int most) {
		this.tokens.problems().add(this.tokens.nextRange(), "too-deep", Integer.toString(most));
		return SyntaxException.INSTANCE;
	}

	private DurationExpression first() {
		int start = this.tokens.nextStart();
		return switch (this.tokens.peek()) {
			case NUMBER, DURATION -> checkedLiteral();
			case ADD, SUBTRACT -> {
				boolean minus = this.tokens.peek() == TokenType.SUBTRACT;
				this.tokens.advance();
				yield signed(operand(), minus, start);
			}
			case LEFT_PARENTHESIS -> parentheses();
			default -> {
				if (!isValue(this.tokens.peek())) {
					throw this.tokens.unexpected();
				}
				yield value();
			}
		};
	}

	private DurationExpression continued(DurationExpression first, int minimum) {
		DurationExpression left = first;
		for (DurationOperator operator = operator(); operator != null
				&& precedence(operator) >= minimum; operator = operator()) {
			this.tokens.advance();
			Range place = this.tokens.lastRange();
			int next = precedence(operator) + ((operator == DurationOperator.POWER) ? 0 : 1);
			left = operation(operator, left, expression(next), place);
		}
		return left;
	}

	private DurationExpression operation(DurationOperator operator, DurationExpression left, DurationExpression right,
			Range place) {
		needsFeature(left.range());
		if (++this.operations > ExpressionParser.MOST_LEVELS) {
			throw tooDeep(ExpressionParser.MOST_LEVELS);
		}
		boolean zero = right instanceof DurationExpression.Literal literal && literal.seconds() == 0;
		if (zero && operator == DurationOperator.DIVIDE) {
			this.tokens.problems().add(place, "division-by-zero");
		}
		if (zero && operator == DurationOperator.MODULO) {
			this.tokens.problems().add(place, "modulo-by-zero");
		}
		return new DurationExpression.Operation(operator, left, right, false,
				new Range(left.range().start(), right.range().end()));
	}

	private void needsFeature(Range range) {
		if (!this.tokens.grammar().has(Feature.DURATION_EXPRESSIONS)) {
			this.tokens.problems().add(range, "duration-expressions-off");
		}
	}

	private DurationExpression parentheses() {
		this.tokens.advance();
		DurationExpression inner = expression(0);
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		needsFeature(inner.range());
		return parenthesized(inner);
	}

	private static DurationExpression parenthesized(DurationExpression inner) {
		return switch (inner) {
			case DurationExpression.Literal literal -> literal;
			case DurationExpression.Operation of ->
				new DurationExpression.Operation(of.operator(), of.left(), of.right(), true, of.range());
			case DurationExpression.Negation of -> new DurationExpression.Negation(of.operand(), true, of.range());
			case DurationExpression.QueryValue of -> new DurationExpression.QueryValue(of.kind(), true, of.range());
			case DurationExpression.Extremum of ->
				new DurationExpression.Extremum(of.maximum(), of.left(), of.right(), true, of.range());
		};
	}

	private DurationExpression signed(DurationExpression operand, boolean minus, int start) {
		Range range = new Range(start, operand.range().end());
		if (operand instanceof DurationExpression.Literal literal) {
			return new DurationExpression.Literal(minus ? -literal.seconds() : literal.seconds(), literal.duration(),
					range);
		}
		return minus ? new DurationExpression.Negation(operand, false, range) : operand;
	}

	private DurationExpression checkedLiteral() {
		DurationExpression.Literal literal = literal();
		if (Math.abs(literal.seconds()) > GREATEST) {
			this.tokens.problems().add(literal.range(), "duration-too-long", this.tokens.lastText());
		}
		return literal;
	}

	private boolean isValue(TokenType type) {
		Grammar grammar = this.tokens.grammar();
		return switch (type) {
			case STEP, RANGE -> true;
			case MIN_OF, MAX_OF -> grammar.hasNamedExtremum();
			case MIN, MAX -> grammar.hasStep() && !grammar.hasNamedExtremum();
			default -> false;
		};
	}

	private DurationExpression value() {
		TokenType type = this.tokens.peek();
		int start = this.tokens.nextStart();
		this.tokens.advance();
		this.tokens.expect(TokenType.LEFT_PARENTHESIS);
		return switch (type) {
			case STEP -> queryValue(DurationExpression.QueryValue.Kind.STEP, start);
			case RANGE -> queryValue(DurationExpression.QueryValue.Kind.RANGE, start);
			default -> extremum(type == TokenType.MAX || type == TokenType.MAX_OF, start);
		};
	}

	private DurationExpression queryValue(DurationExpression.QueryValue.Kind kind, int start) {
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return asked(new DurationExpression.QueryValue(kind, false, this.tokens.since(start)));
	}

	private DurationExpression extremum(boolean maximum, int start) {
		DurationExpression left = expression(0);
		this.tokens.expect(TokenType.COMMA);
		DurationExpression right = expression(0);
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return asked(new DurationExpression.Extremum(maximum, left, right, false, this.tokens.since(start)));
	}

	private DurationExpression asked(DurationExpression value) {
		if (this.tokens.grammar().asksForQueryValues()) {
			needsFeature(value.range());
		}
		return value;
	}

	private @Nullable DurationOperator operator() {
		return switch (this.tokens.peek()) {
			case ADD -> DurationOperator.ADD;
			case SUBTRACT -> DurationOperator.SUBTRACT;
			case MULTIPLY -> DurationOperator.MULTIPLY;
			case DIVIDE -> DurationOperator.DIVIDE;
			case MODULO -> DurationOperator.MODULO;
			case POWER -> DurationOperator.POWER;
			default -> null;
		};
	}

	private static int precedence(DurationOperator operator) {
		return switch (operator) {
			case ADD, SUBTRACT -> 4;
			case MULTIPLY, DIVIDE, MODULO -> 5;
			case POWER -> UNARY_OPERAND;
		};
	}

}
