package io.firekeeper.promql;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The sorts of tokens (prometheus/prometheus {@code promql/parser/lex.go}).
 */
enum TokenType {

	/** Nothing follows. */
	END(""),

	/** What the lexer refuses. */
	FAULT(""),

	/** A word without a colon. */
	IDENTIFIER(""),

	/** A word with a colon. */
	METRIC_IDENTIFIER(""),

	/** Digits, or {@code inf}, {@code nan}. */
	NUMBER(""),

	/** Such as {@code 5m}. */
	DURATION(""),

	/** With its quotes. */
	STRING(""),

	LEFT_PARENTHESIS("("), RIGHT_PARENTHESIS(")"), LEFT_BRACE("{"), RIGHT_BRACE("}"), LEFT_BRACKET("["),
	RIGHT_BRACKET("]"), COMMA(","), COLON(":"), AT("@"),

	/** A single equal sign. */
	EQUALS("="),

	/** {@code =~}. */
	MATCHES("=~"),

	/** {@code !~}. */
	NOT_MATCHES("!~"),

	ADD(BinaryOperator.ADD), SUBTRACT(BinaryOperator.SUBTRACT), MULTIPLY(BinaryOperator.MULTIPLY),
	DIVIDE(BinaryOperator.DIVIDE), MODULO(BinaryOperator.MODULO), POWER(BinaryOperator.POWER),
	EQUAL(BinaryOperator.EQUAL), NOT_EQUAL(BinaryOperator.NOT_EQUAL), LESS(BinaryOperator.LESS),
	LESS_OR_EQUAL(BinaryOperator.LESS_OR_EQUAL), GREATER(BinaryOperator.GREATER),
	GREATER_OR_EQUAL(BinaryOperator.GREATER_OR_EQUAL), TRIM_UPPER(BinaryOperator.TRIM_UPPER),
	TRIM_LOWER(BinaryOperator.TRIM_LOWER), AND(BinaryOperator.AND), OR(BinaryOperator.OR),
	UNLESS(BinaryOperator.UNLESS), ATAN2(BinaryOperator.ATAN2),

	AVG(AggregationOperator.AVG), BOTTOMK(AggregationOperator.BOTTOMK), COUNT(AggregationOperator.COUNT),
	COUNT_VALUES(AggregationOperator.COUNT_VALUES), GROUP(AggregationOperator.GROUP),
	LIMITK(AggregationOperator.LIMITK, 2054), LIMIT_RATIO(AggregationOperator.LIMIT_RATIO, 2054),
	MAX(AggregationOperator.MAX), MIN(AggregationOperator.MIN), QUANTILE(AggregationOperator.QUANTILE),
	STDDEV(AggregationOperator.STDDEV), STDVAR(AggregationOperator.STDVAR), SUM(AggregationOperator.SUM),
	TOPK(AggregationOperator.TOPK),

	BOOL("bool"), BY("by"), WITHOUT("without"), ON("on"), IGNORING("ignoring"), GROUP_LEFT("group_left"),
	GROUP_RIGHT("group_right"), OFFSET("offset"), START("start"), END_OF_RANGE("end"), STEP("step", 3006),
	RANGE("range", 3010), MIN_OF("min_of", 3013), MAX_OF("max_of", 3013), ANCHORED("anchored", 3007),
	SMOOTHED("smoothed", 3007), FILL("fill", 3010), FILL_LEFT("fill_left", 3010), FILL_RIGHT("fill_right", 3010),

	/** The word for infinity; read as {@link #NUMBER}. */
	INFINITY("inf"),

	/** The word for no number; read as {@link #NUMBER}. */
	NOT_A_NUMBER("nan");

	private static final int LONGEST_KEYWORD = 12;

	private static final int LETTERS = 26;

	/** By length and first letter. */
	private static final TokenType[][][] KEYWORDS = keywords();

	private final String text;

	private final int since;

	private final @Nullable BinaryOperator operator;

	private final @Nullable AggregationOperator aggregation;

	TokenType(String text) {
		this(text, 0, null, null);
	}

	TokenType(String text, int since) {
		this(text, since, null, null);
	}

	TokenType(BinaryOperator operator) {
		this(operator.symbol(), 0, operator, null);
	}

	TokenType(AggregationOperator aggregation) {
		this(aggregation, 0);
	}

	TokenType(AggregationOperator aggregation, int since) {
		this(aggregation.symbol(), since, null, aggregation);
	}

	TokenType(String text, int since, @Nullable BinaryOperator operator, @Nullable AggregationOperator aggregation) {
		this.text = text;
		this.since = since;
		this.operator = operator;
		this.aggregation = aggregation;
	}

	/** The keyword that a word is in any release, whatever its case, or null. */
	static @Nullable TokenType keyword(String source, int start, int end) {
		int length = end - start;
		int letter = letter(source.charAt(start));
		if (length > LONGEST_KEYWORD || letter < 0) {
			return null;
		}
		for (TokenType keyword : KEYWORDS[length][letter]) {
			if (source.regionMatches(true, start, keyword.text, 0, length)) {
				return keyword;
			}
		}
		return null;
	}

	/** The first release that has the keyword: major times 1000 and minor. */
	int since() {
		return this.since;
	}

	@Nullable BinaryOperator operator() {
		return this.operator;
	}

	@Nullable AggregationOperator aggregation() {
		return this.aggregation;
	}

	boolean isSign() {
		return this == ADD || this == SUBTRACT;
	}

	/** Whether it is a word that may also be a metric's name. */
	boolean isName(Grammar grammar) {
		return switch (this) {
			case IDENTIFIER, METRIC_IDENTIFIER, AND, OR, UNLESS, BY, WITHOUT, OFFSET, START, END_OF_RANGE, STEP, RANGE,
					MIN_OF, MAX_OF, FILL, FILL_LEFT, FILL_RIGHT ->
				true;
			case ANCHORED, SMOOTHED -> grammar.allowsExtensionsAsNames();
			default -> this.aggregation != null;
		};
	}

	/** Whether it is a word that may also be a label's name in a grouping. */
	boolean isLabel(Grammar grammar) {
		return switch (this) {
			case WITHOUT -> false;
			case BOOL, ON, IGNORING, GROUP_LEFT, GROUP_RIGHT, ATAN2 -> true;
			default -> isName(grammar);
		};
	}

	/** Whether an expression may start with it. */
	boolean startsExpression(Grammar grammar) {
		return switch (this) {
			case NUMBER, STRING, LEFT_PARENTHESIS, LEFT_BRACE, ADD, SUBTRACT -> true;
			case DURATION -> grammar.mixesNumbersAndDurations();
			default -> isName(grammar);
		};
	}

	private static TokenType[][][] keywords() {
		TokenType[][][] keywords = new TokenType[LONGEST_KEYWORD + 1][LETTERS][];
		for (int length = 0; length <= LONGEST_KEYWORD; length++) {
			for (int letter = 0; letter < LETTERS; letter++) {
				keywords[length][letter] = keywords(length, letter);
			}
		}
		return keywords;
	}

	private static TokenType[] keywords(int length, int letter) {
		return Arrays.stream(values())
			.filter((type) -> !type.text.isEmpty() && type.text.length() == length
					&& letter(type.text.charAt(0)) == letter)
			.toArray(TokenType[]::new);
	}

	/** The number of a letter of English, whatever its case, or -1. */
	private static int letter(char character) {
		int letter = (character | ' ') - 'a';
		return (letter >= 0 && letter < LETTERS) ? letter : -1;
	}

}
