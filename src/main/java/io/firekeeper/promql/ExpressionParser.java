package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by precedence climbing. Looks ahead exactly where Prometheus' LALR(1)
 * parser does, so that the first problem is the one that Prometheus reports
 * (prometheus/prometheus {@code promql/parser/generated_parser.y}).
 */
final class ExpressionParser {

	/** How deep expressions may stand inside each other. */
	static final int MOST_NESTED = 250;

	/** How many levels a tree may have: chains of operators are levels too. */
	static final int MOST_LEVELS = 1000;

	private static final int UNARY_OPERAND = BinaryOperator.POWER.precedence();

	private final String text;

	private final TokenStream tokens;

	private final Grammar grammar;

	private final Problems problems;

	private final Literals literals;

	private final GroupingParser groupings;

	private final SelectorParser selectors;

	private final ModifierParser modifiers;

	private final Map<Binary, VectorMatching> misplaced = new IdentityHashMap<>(0);

	private int nesting;

	private int levels;

	private int deepest;

	ExpressionParser(String text, Grammar grammar, Problems problems) {
		this.text = text;
		this.grammar = grammar;
		this.problems = problems;
		this.tokens = new TokenStream(text, grammar, problems);
		this.literals = new Literals(this.tokens);
		this.groupings = new GroupingParser(this.tokens, this.literals);
		this.selectors = new SelectorParser(this.tokens, this.literals);
		this.modifiers = new ModifierParser(this.tokens, this.literals);
	}

	/** Matchings that were written where no two vectors are. */
	Map<Binary, VectorMatching> misplaced() {
		return this.misplaced;
	}

	ClosingParentheses closings() {
		return this.tokens.closings();
	}

	/** How many levels the tree has. */
	int deepest() {
		return this.deepest;
	}

	/** The whole text. */
	@Nullable Expression parse() {
		if (this.tokens.isAtEnd()) {
			this.problems.add(new Range(0, 0), "no-expression");
			return null;
		}
		Expression expression = null;
		try {
			expression = expression(0);
			if (!this.tokens.isAtEnd()) {
				throw this.tokens.unexpected();
			}
		}
		catch (SyntaxException ex) {
			recover();
		}
		return expression;
	}

	/** Reads on behind the next operator, to find further problems. */
	private void recover() {
		while (!this.tokens.isAtEnd()) {
			boolean operator = this.tokens.peek().operator() != null;
			this.tokens.advance();
			if (operator && this.tokens.peek().startsExpression(this.grammar)) {
				again();
			}
		}
	}

	private void again() {
		try {
			this.nesting = 0;
			this.tokens.expect(Expected.NOTHING);
			expression(0);
		}
		catch (SyntaxException ex) {
			this.levels = 0;
		}
	}

	private Expression expression(int minimum) {
		if (++this.nesting > MOST_NESTED) {
			this.problems.add(this.tokens.nextRange(), "too-deep", Integer.toString(MOST_NESTED));
			throw SyntaxException.INSTANCE;
		}
		Expression left = operand();
		BinaryOperator operator = this.tokens.peek().operator();
		while (operator != null && operator.precedence() >= minimum) {
			left = binary(operator, left);
			operator = this.tokens.peek().operator();
		}
		this.nesting--;
		return left;
	}

	private void level(int below) {
		this.levels = below + 1;
		this.deepest = Math.max(this.deepest, this.levels);
	}

	private Expression binary(BinaryOperator operator, Expression left) {
		int leftLevels = this.levels;
		this.tokens.advance();
		Range place = this.tokens.lastRange();
		boolean returnBool = this.tokens.accept(TokenType.BOOL);
		VectorMatching matching = matching();
		Expression right = expression(operator.precedence() + ((operator == BinaryOperator.POWER) ? 0 : 1));
		level(Math.max(leftLevels, this.levels));
		return binary(operator, left, right, returnBool, matching, place);
	}

	private Binary binary(BinaryOperator operator, Expression left, Expression right, boolean returnBool,
			VectorMatching matching, Range place) {
		Range range = new Range(left.range().start(), right.range().end());
		boolean fills = matching.fillLeft() != null || matching.fillRight() != null;
		if (fills && !this.grammar.has(Feature.FILL_MODIFIERS)) {
			this.problems.add(range, "fill-off");
		}
		boolean vectors = left.type() == ValueType.VECTOR && right.type() == ValueType.VECTOR;
		Binary binary = new Binary(operator, left, right, returnBool, vectors ? adjusted(matching, operator) : null,
				place, range);
		if (!vectors && (fills || !matching.labels().isEmpty())) {
			this.misplaced.put(binary, matching);
		}
		return binary;
	}

	private static VectorMatching adjusted(VectorMatching matching, BinaryOperator operator) {
		boolean many = operator.isSetOperator() && matching.cardinality() == Cardinality.ONE_TO_ONE;
		return many ? new VectorMatching(Cardinality.MANY_TO_MANY, matching.on(), matching.labels(), matching.include(),
				matching.fillLeft(), matching.fillRight()) : matching;
	}

	private VectorMatching matching() {
		Cardinality cardinality = Cardinality.ONE_TO_ONE;
		List<String> labels = List.of();
		List<String> include = List.of();
		boolean on = this.tokens.peek() == TokenType.ON;
		if (on || this.tokens.peek() == TokenType.IGNORING) {
			this.tokens.advance();
			labels = this.groupings.labels();
			cardinality = cardinality(this.tokens.peek());
			include = (cardinality != Cardinality.ONE_TO_ONE) ? include() : include;
		}
		return filled(cardinality, on, labels, include);
	}

	private static Cardinality cardinality(TokenType type) {
		return switch (type) {
			case GROUP_LEFT -> Cardinality.MANY_TO_ONE;
			case GROUP_RIGHT -> Cardinality.ONE_TO_MANY;
			default -> Cardinality.ONE_TO_ONE;
		};
	}

	private List<String> include() {
		this.tokens.advance();
		Expected outer = this.tokens.expect(Expected.GROUPING);
		TokenType next = this.tokens.peek();
		if (next != TokenType.LEFT_PARENTHESIS && !next.startsExpression(this.grammar)) {
			throw this.tokens.unexpected();
		}
		this.tokens.expect(outer);
		return (next == TokenType.LEFT_PARENTHESIS) ? this.groupings.labels() : List.of();
	}

	private VectorMatching filled(Cardinality cardinality, boolean on, List<String> labels, List<String> include) {
		Double left = null;
		Double right = null;
		if (this.tokens.accept(TokenType.FILL)) {
			left = fillValue();
			right = left;
		}
		else if (this.tokens.accept(TokenType.FILL_LEFT)) {
			left = fillValue();
			right = this.tokens.accept(TokenType.FILL_RIGHT) ? fillValue() : null;
		}
		else if (this.tokens.accept(TokenType.FILL_RIGHT)) {
			right = fillValue();
			left = this.tokens.accept(TokenType.FILL_LEFT) ? fillValue() : null;
		}
		return new VectorMatching(cardinality, on, labels, include, left, right);
	}

	private Double fillValue() {
		this.tokens.expect(TokenType.LEFT_PARENTHESIS);
		boolean minus = this.tokens.peek() == TokenType.SUBTRACT;
		if (this.tokens.peek().isSign()) {
			this.tokens.advance();
		}
		double value = this.literals.numberOrDuration().value();
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return minus ? -value : value;
	}

	private Expression operand() {
		if (this.tokens.peek().isSign()) {
			return unary();
		}
		Expression operand = primary();
		Expression modified = this.modifiers.modified(operand);
		while (modified != null) {
			level(this.levels);
			operand = modified;
			modified = this.modifiers.modified(operand);
		}
		return operand;
	}

	private Expression unary() {
		boolean minus = this.tokens.peek() == TokenType.SUBTRACT;
		this.tokens.advance();
		int start = this.tokens.lastStart();
		Expression operand = expression(UNARY_OPERAND);
		Range range = new Range(start, operand.range().end());
		if (operand instanceof NumberLiteral number) {
			return new NumberLiteral(minus ? -number.value() : number.value(), number.duration(), range);
		}
		level(this.levels);
		return new Unary(minus, operand, range);
	}

	private Expression primary() {
		this.levels = 1;
		int start = this.tokens.nextStart();
		TokenType type = this.tokens.peek();
		return switch (type) {
			case NUMBER, DURATION -> this.literals.numberOrDuration();
			case STRING -> string();
			case LEFT_PARENTHESIS -> parentheses(start);
			case LEFT_BRACE -> this.selectors.selector(null, start);
			default -> {
				if (!type.isName(this.grammar)) {
					throw this.tokens.unexpected();
				}
				yield named(type, start);
			}
		};
	}

	private Expression string() {
		this.tokens.advance();
		return new StringLiteral(this.literals.string(), this.tokens.lastRange());
	}

	private Expression parentheses(int start) {
		this.tokens.advance();
		Expression inner = expression(0);
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		this.tokens.closings().take();
		level(this.levels);
		return new Parentheses(inner, this.tokens.since(start));
	}

	private Expression named(TokenType type, int start) {
		this.tokens.advance();
		Range name = this.tokens.lastRange();
		AggregationOperator aggregation = type.aggregation();
		TokenType next = this.tokens.peek();
		if (aggregation != null && startsAggregation(next)) {
			return aggregation(aggregation, start);
		}
		if (next == TokenType.LEFT_PARENTHESIS && isFunction(type)) {
			return call(name);
		}
		if (next == TokenType.LEFT_PARENTHESIS && (type == TokenType.STEP || type == TokenType.RANGE)) {
			return queryValue(name);
		}
		return this.selectors.selector(name.in(this.text), start);
	}

	private static boolean startsAggregation(TokenType next) {
		return next == TokenType.LEFT_PARENTHESIS || next == TokenType.BY || next == TokenType.WITHOUT;
	}

	private boolean isFunction(TokenType type) {
		return switch (type) {
			case IDENTIFIER -> true;
			case START, END_OF_RANGE, STEP, RANGE -> this.grammar.hasQueryFunctions();
			case MIN_OF, MAX_OF -> true;
			default -> false;
		};
	}

	/** From 3.6 to 3.11, {@code step()} is read as a value and then refused. */
	private Expression queryValue(Range name) {
		this.tokens.advance();
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		this.problems.add(name, "unknown-function", name.in(this.text));
		return Broken.at(name);
	}

	private Expression call(Range name) {
		List<Expression> arguments = arguments();
		Range range = this.tokens.since(name.start());
		Function function = Functions.find(name.in(this.text));
		if (function == null || !function.isIn(this.grammar.dialect().release())) {
			this.problems.add(name, "unknown-function", name.in(this.text));
			return Broken.at(range);
		}
		if (!Functions.isEnabled(function, this.grammar.dialect())) {
			this.problems.add(name, "function-off", function.name());
		}
		return this.tokens.closings().end(new Call(function, arguments, range));
	}

	private List<Expression> arguments() {
		this.tokens.advance();
		List<Expression> arguments = new ArrayList<>(2);
		int below = 0;
		boolean more = !this.tokens.accept(TokenType.RIGHT_PARENTHESIS);
		while (more) {
			more = readOne(arguments);
			below = Math.max(below, this.levels);
		}
		level(below);
		return arguments;
	}

	/** Reads an argument and what stands behind it; says whether another follows. */
	private boolean readOne(List<Expression> arguments) {
		Expected outer = this.tokens.expected();
		int depth = this.nesting;
		try {
			arguments.add(expression(0));
			return continues();
		}
		catch (SyntaxException ex) {
			this.tokens.expect(outer);
			this.nesting = depth;
			return skipped();
		}
	}

	private boolean continues() {
		while (this.tokens.accept(TokenType.COMMA)) {
			Range comma = this.tokens.lastRange();
			if (this.tokens.peek().startsExpression(this.grammar)) {
				return true;
			}
			this.problems.add(comma, "trailing-comma");
		}
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return false;
	}

	/** Skips to the end of an argument that cannot be read. */
	private boolean skipped() {
		int open = 0;
		while (!this.tokens.isAtEnd()) {
			TokenType type = this.tokens.peek();
			this.tokens.advance();
			if (type == TokenType.LEFT_PARENTHESIS) {
				open++;
			}
			else if (type == TokenType.RIGHT_PARENTHESIS && open-- == 0) {
				return false;
			}
			else if (type == TokenType.COMMA && open == 0 && this.tokens.peek().startsExpression(this.grammar)) {
				return true;
			}
		}
		throw SyntaxException.INSTANCE;
	}

	private Expression aggregation(AggregationOperator operator, int start) {
		Expected outer = this.tokens.expect(Expected.AGGREGATION);
		Grouping grouping = grouping();
		if (this.tokens.peek() != TokenType.LEFT_PARENTHESIS) {
			throw this.tokens.unexpected();
		}
		List<Expression> arguments = arguments();
		int end = this.tokens.lastEnd();
		this.tokens.expect(outer);
		if (grouping == null) {
			grouping = grouping();
			end = (grouping != null) ? grouping.range().end() : end;
		}
		if (grouping != null) {
			this.tokens.closings().takeUnlessLast();
		}
		return aggregation(operator, arguments, grouping, new Range(start, end));
	}

	private @Nullable Grouping grouping() {
		TokenType type = this.tokens.peek();
		if (type != TokenType.BY && type != TokenType.WITHOUT) {
			return null;
		}
		this.tokens.advance();
		return this.groupings.grouping(type == TokenType.WITHOUT);
	}

	private Expression aggregation(AggregationOperator operator, List<Expression> arguments,
			@Nullable Grouping grouping, Range range) {
		int count = (operator.parameter() != null) ? 2 : 1;
		if (arguments.isEmpty()) {
			this.problems.add(range, "no-arguments", operator.symbol());
			return Broken.at(range);
		}
		if (operator.isExperimental() && !this.grammar.has(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS)) {
			this.problems.add(range, "aggregation-off", operator.symbol());
			return Broken.at(range);
		}
		if (arguments.size() != count) {
			this.problems.add(range, "aggregation-arguments", operator.symbol(), Integer.toString(count),
					Integer.toString(arguments.size()));
			return Broken.at(range);
		}
		return this.tokens.closings()
			.end(new Aggregation(operator, (count == 2) ? arguments.getFirst() : null, arguments.getLast(), grouping,
					range));
	}

}
