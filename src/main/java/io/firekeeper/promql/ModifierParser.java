package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/** Reads what stands behind an expression and changes it: windows, offset, @. */
final class ModifierParser {

	private static final double GREATEST_TIMESTAMP = 9223372036854775807.0;

	private final TokenStream tokens;

	private final Literals literals;

	private final DurationParser durations;

	ModifierParser(TokenStream tokens, Literals literals) {
		this.tokens = tokens;
		this.literals = literals;
		this.durations = new DurationParser(tokens, literals);
	}

	/** The expression with the modifier that follows, or null when none follows. */
	@Nullable Expression modified(Expression expression) {
		return switch (this.tokens.peek()) {
			case LEFT_BRACKET -> window(expression);
			case OFFSET -> offset(expression);
			case AT -> at(expression);
			case ANCHORED -> extended(expression, Extension.ANCHORED);
			case SMOOTHED -> extended(expression, Extension.SMOOTHED);
			default -> null;
		};
	}

	private Expression window(Expression expression) {
		this.tokens.advance();
		int bracket = this.tokens.lastStart();
		Expected outer = this.tokens.expect(Expected.WINDOW);
		DurationExpression window = this.durations.window();
		this.tokens.expect(Expected.WINDOW_END);
		Expression windowed = this.tokens.accept(TokenType.COLON) ? subquery(expression, window)
				: matrix(expression, window, bracket);
		this.tokens.expect(outer);
		return windowed;
	}

	private Expression subquery(Expression expression, DurationExpression window) {
		this.tokens.expect(Expected.STEP);
		DurationExpression step = null;
		if (!this.tokens.accept(TokenType.RIGHT_BRACKET)) {
			step = this.durations.window();
			this.tokens.expect(Expected.STEP_END);
			this.tokens.expect(TokenType.RIGHT_BRACKET);
		}
		return new Subquery(expression, window, step, null, null, this.tokens.since(expression.range().start()));
	}

	private Expression matrix(Expression expression, DurationExpression window, int bracket) {
		this.tokens.expect(TokenType.RIGHT_BRACKET);
		if (!(expression instanceof VectorSelector selector)) {
			return refuse(expression, this.tokens.since(bracket), "window-on-expression");
		}
		if (selector.offset() instanceof DurationExpression.Literal) {
			return refuse(expression, this.tokens.since(bracket), "offset-before-window");
		}
		if (selector.at() instanceof At.Timestamp) {
			return refuse(expression, this.tokens.since(bracket), "at-before-window");
		}
		return new MatrixSelector(selector, window, this.tokens.since(selector.range().start()));
	}

	private Expression refuse(Expression expression, Range range, String code) {
		if (!Broken.is(expression)) {
			this.tokens.problems().add(range, code);
		}
		return Broken.at(expression.range());
	}

	private Expression offset(Expression expression) {
		this.tokens.advance();
		Expected outer = this.tokens.expect(Expected.OFFSET);
		DurationExpression offset = this.durations.offset();
		this.tokens.expect(outer);
		return switch (expression) {
			case VectorSelector selector -> withOffset(selector, selector.offset(), offset);
			case MatrixSelector matrix -> withOffset(matrix, matrix.selector().offset(), offset);
			case Subquery subquery -> withOffset(subquery, subquery.offset(), offset);
			default -> refuse(expression, expression.range(), "offset-on-expression");
		};
	}

	private Expression withOffset(Expression expression, @Nullable DurationExpression before,
			DurationExpression offset) {
		if (before != null) {
			return refuse(expression, expression.range(), "offset-twice");
		}
		boolean none = offset instanceof DurationExpression.Literal literal && literal.nanoseconds() == 0;
		DurationExpression kept = none ? null : offset;
		return switch (expression) {
			case VectorSelector of ->
				new VectorSelector(of.name(), of.matchers(), kept, of.at(), of.extension(), since(of));
			case MatrixSelector of -> new MatrixSelector(inner(of, kept, of.selector().at(), of.selector().extension()),
					of.window(), since(of));
			case Subquery of -> new Subquery(of.expression(), of.window(), of.step(), kept, of.at(), since(of));
			default -> expression;
		};
	}

	private Range since(Expression expression) {
		return this.tokens.since(expression.range().start());
	}

	private static VectorSelector inner(MatrixSelector matrix, @Nullable DurationExpression offset, @Nullable At at,
			@Nullable Extension extension) {
		VectorSelector selector = matrix.selector();
		return new VectorSelector(selector.name(), selector.matchers(), offset, at, extension, selector.range());
	}

	private Expression at(Expression expression) {
		this.tokens.advance();
		Expected outer = this.tokens.expect(Expected.TIMESTAMP);
		At at = switch (this.tokens.peek()) {
			case START -> border(At.Border.START);
			case END_OF_RANGE -> border(At.Border.END);
			default -> timestamp(expression);
		};
		this.tokens.expect(outer);
		return switch (expression) {
			case VectorSelector selector -> withAt(selector, selector.at(), at);
			case MatrixSelector matrix -> withAt(matrix, matrix.selector().at(), at);
			case Subquery subquery -> withAt(subquery, subquery.at(), at);
			default -> refuse(expression, expression.range(), "at-on-expression");
		};
	}

	private At border(At.Border border) {
		this.tokens.advance();
		this.tokens.expect(TokenType.LEFT_PARENTHESIS);
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return border;
	}

	private At timestamp(Expression expression) {
		boolean minus = this.tokens.peek() == TokenType.SUBTRACT;
		if (this.tokens.peek().isSign()) {
			this.tokens.advance();
		}
		double seconds = this.literals.numberOrDuration().value();
		boolean outside = Double.isNaN(seconds) || Math.abs(seconds) >= GREATEST_TIMESTAMP;
		if (outside) {
			this.tokens.problems().add(expression.range(), "timestamp-out-of-bounds", this.tokens.lastText());
		}
		return new At.Timestamp(milliseconds(minus ? -seconds : seconds));
	}

	/**
	 * Rounds halves away from zero, as Go does; what does not fit becomes the least
	 * number.
	 */
	private static long milliseconds(double seconds) {
		double exact = Math.abs(seconds * 1000);
		double whole = Math.floor(exact);
		double rounded = Math.copySign((exact - whole >= 0.5) ? whole + 1 : whole, seconds);
		return (Math.abs(rounded) < GREATEST_TIMESTAMP) ? (long) rounded : Long.MIN_VALUE;
	}

	private Expression withAt(Expression expression, @Nullable At before, At at) {
		if (before != null) {
			return refuse(expression, expression.range(), "at-twice");
		}
		return switch (expression) {
			case VectorSelector of ->
				new VectorSelector(of.name(), of.matchers(), of.offset(), at, of.extension(), since(of));
			case MatrixSelector of -> new MatrixSelector(
					inner(of, of.selector().offset(), at, of.selector().extension()), of.window(), since(of));
			case Subquery of -> new Subquery(of.expression(), of.window(), of.step(), of.offset(), at, since(of));
			default -> expression;
		};
	}

	private Expression extended(Expression expression, Extension extension) {
		this.tokens.advance();
		if (!this.tokens.grammar().has(Feature.EXTENDED_RANGE_SELECTORS)) {
			return refuse(expression, expression.range(), "extension-off", word(extension));
		}
		return switch (expression) {
			case VectorSelector of -> extendable(of, of.extension(), extension)
					? new VectorSelector(of.name(), of.matchers(), of.offset(), of.at(), extension, of.range()) : of;
			case MatrixSelector of -> extendable(of, of.selector().extension(), extension) ? new MatrixSelector(
					inner(of, of.selector().offset(), of.selector().at(), extension), of.window(), of.range()) : of;
			case Subquery _ -> refuse(expression, expression.range(), "extension-on-subquery", word(extension));
			default -> refuse(expression, expression.range(), "extension-on-expression", word(extension));
		};
	}

	private Expression refuse(Expression expression, Range range, String code, String argument) {
		if (!Broken.is(expression)) {
			this.tokens.problems().add(range, code, argument);
		}
		return Broken.at(range);
	}

	private boolean extendable(Expression expression, @Nullable Extension before, Extension extension) {
		boolean fits = before == null || before == extension;
		if (!fits) {
			this.tokens.problems().add(expression.range(), "extensions-together");
		}
		return fits;
	}

	private static String word(Extension extension) {
		return (extension == Extension.ANCHORED) ? "anchored" : "smoothed";
	}

}
