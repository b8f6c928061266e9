package io.firekeeper.promql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Prints an expression on one line as a Prometheus of a release does, for example in
 * {@code /api/v1/rules} (prometheus/prometheus {@code promql/parser/printer.go}).
 */
final class Printer {

	/** Go sorts by bytes of UTF-8, which is the order of code points. */
	private static final Comparator<String> BY_CODE_POINTS = Printer::compareCodePoints;

	private final StringBuilder text;

	private final Release release;

	private final int level;

	Printer(StringBuilder text, Release release) {
		this.text = text;
		this.release = release;
		this.level = release.major() * 1000 + release.minor();
	}

	private static int compareCodePoints(String left, String right) {
		int length = Math.min(left.length(), right.length());
		int index = 0;
		while (index < length && left.charAt(index) == right.charAt(index)) {
			index++;
		}
		if (index == length) {
			return left.length() - right.length();
		}
		char one = left.charAt(index);
		char other = right.charAt(index);
		boolean surrogates = Character.isSurrogate(one) != Character.isSurrogate(other);
		return surrogates ? (Character.isSurrogate(one) ? 1 : -1) : one - other;
	}

	void print(Expression expression) {
		switch (expression) {
			case NumberLiteral number -> number(number);
			case StringLiteral string -> StringSyntax.appendQuoted(this.text, string.value());
			case VectorSelector selector -> vectorSelector(selector);
			case MatrixSelector matrix -> matrixSelector(matrix);
			case Subquery subquery -> subquery(subquery);
			case Parentheses parentheses -> parentheses(parentheses);
			case Unary unary -> unary(unary);
			case Aggregation aggregation -> aggregation(aggregation);
			case Call call -> call(call);
			case Binary binary -> binary(binary);
		}
	}

	private void number(NumberLiteral number) {
		if (number.duration() && this.level >= 3004) {
			signedDuration(number.value());
		}
		else {
			this.text.append(number(number.value()));
		}
	}

	/** Since 3.3 numbers have no exponent. */
	private String number(double value) {
		return (this.level >= 3003) ? NumberSyntax.plain(value) : NumberSyntax.general(value);
	}

	private void signedDuration(double seconds) {
		if (seconds < 0) {
			this.text.append('-');
		}
		DurationSyntax.appendTo(this.text, (long) (Math.abs(seconds) * 1e9) / 1_000_000);
	}

	private void parentheses(Parentheses parentheses) {
		this.text.append('(');
		print(parentheses.expression());
		this.text.append(')');
	}

	private void unary(Unary unary) {
		this.text.append(unary.minus() ? '-' : '+');
		print(unary.expression());
	}

	private void call(Call call) {
		this.text.append(call.function().name()).append('(');
		for (int index = 0; index < call.arguments().size(); index++) {
			this.text.append((index > 0) ? ", " : "");
			print(call.arguments().get(index));
		}
		this.text.append(')');
	}

	private void aggregation(Aggregation aggregation) {
		head(aggregation);
		this.text.append('(');
		if (aggregation.parameter() != null) {
			print(aggregation.parameter());
			this.text.append(", ");
		}
		print(aggregation.expression());
		this.text.append(')');
	}

	/** The operator with its grouping. */
	void head(Aggregation aggregation) {
		this.text.append(aggregation.operator().symbol());
		Grouping grouping = aggregation.grouping();
		if (grouping != null && (grouping.without() || !grouping.labels().isEmpty())) {
			this.text.append(grouping.without() ? " without (" : " by (");
			groupingLabels(grouping.labels());
			this.text.append(") ");
		}
	}

	private void groupingLabels(List<String> labels) {
		for (int index = 0; index < labels.size(); index++) {
			this.text.append((index > 0) ? ", " : "");
			groupingLabel(labels.get(index));
		}
	}

	/** Before 3.10, a label that could be a metric's name stood without quotes. */
	private void groupingLabel(String label) {
		boolean plain = (this.level >= 3010) ? Characters.isLabelName(label) : Characters.isMetricName(label);
		if (plain) {
			this.text.append(label);
		}
		else if (this.level >= 3001) {
			StringSyntax.appendQuoted(this.text, label);
		}
		else {
			this.text.append('"').append(label).append('"');
		}
	}

	/** Long chains are not followed by recursion. */
	private void binary(Binary binary) {
		Deque<Binary> chain = new ArrayDeque<>();
		Expression first = binary;
		while (first instanceof Binary next) {
			chain.push(next);
			first = next.left();
		}
		print(first);
		for (Binary next : chain) {
			this.text.append(' ');
			operator(next);
			this.text.append(' ');
			print(next.right());
		}
	}

	/**
	 * The operator with its modifiers; before 3.9, {@code ignoring()} with a group is
	 * lost.
	 */
	void operator(Binary binary) {
		this.text.append(binary.operator().symbol()).append(binary.returnBool() ? " bool" : "");
		VectorMatching matching = binary.matching();
		if (matching != null) {
			matching(matching);
		}
	}

	private void matching(VectorMatching matching) {
		boolean many = matching.cardinality() == Cardinality.MANY_TO_ONE
				|| matching.cardinality() == Cardinality.ONE_TO_MANY;
		if (!matching.labels().isEmpty() || matching.on() || many && this.level >= 3009) {
			this.text.append(matching.on() ? " on (" : " ignoring (");
			matchingLabels(matching.labels());
			include(matching, many);
		}
		fill(matching.fillLeft(), matching.fillRight());
	}

	private void include(VectorMatching matching, boolean many) {
		if (many) {
			this.text.append((matching.cardinality() == Cardinality.MANY_TO_ONE) ? " group_left (" : " group_right (");
			matchingLabels(matching.include());
		}
	}

	/** Before 3.10, the labels of matchings never had quotes. */
	private void matchingLabels(List<String> labels) {
		if (this.level >= 3010) {
			groupingLabels(labels);
		}
		else {
			this.text.append(String.join(", ", labels));
		}
		this.text.append(')');
	}

	private void fill(@Nullable Double left, @Nullable Double right) {
		if (left != null && right != null && left.doubleValue() == right.doubleValue()) {
			fill(" fill (", left);
		}
		else {
			fill(" fill_left (", left);
			fill(" fill_right (", right);
		}
	}

	private void fill(String word, @Nullable Double value) {
		if (value != null) {
			this.text.append(word).append(NumberSyntax.general(value)).append(')');
		}
	}

	private void vectorSelector(VectorSelector selector) {
		series(selector);
		at(selector.at());
		extension(selector.extension());
		offset(selector.offset());
	}

	private void matrixSelector(MatrixSelector matrix) {
		VectorSelector selector = matrix.selector();
		series(selector);
		this.text.append('[');
		duration(matrix.window());
		this.text.append(']');
		extension(selector.extension());
		at(selector.at());
		offset(selector.offset());
	}

	private void series(VectorSelector selector) {
		if (selector.name() != null) {
			this.text.append(selector.name());
		}
		List<String> matchers = new ArrayList<>(selector.matchers().size());
		selector.matchers()
			.stream()
			.filter((matcher) -> isPrinted(matcher, selector))
			.forEach((matcher) -> matchers.add(matcher(matcher)));
		if (!matchers.isEmpty()) {
			matchers.sort(BY_CODE_POINTS);
			this.text.append('{').append(String.join(",", matchers)).append('}');
		}
	}

	/** Before 2.53, a matcher of an empty name was lost. */
	private boolean isPrinted(Matcher matcher, VectorSelector selector) {
		boolean lost = this.level < 2053 && selector.name() == null && matcher.isOnName()
				&& matcher.type() == MatchType.EQUAL && matcher.value().isEmpty();
		return !lost;
	}

	private String matcher(Matcher matcher) {
		StringBuilder one = new StringBuilder(matcher.label().length() + matcher.value().length() + 4);
		boolean plain = this.level < 2053 || matcher.label().isEmpty() && this.level < 2054
				|| Characters.isLabelName(matcher.label());
		if (plain) {
			one.append(matcher.label());
		}
		else {
			StringSyntax.appendQuoted(one, matcher.label());
		}
		one.append(matcher.type().symbol());
		StringSyntax.appendQuoted(one, matcher.value());
		return one.toString();
	}

	private void subquery(Subquery subquery) {
		print(subquery.expression());
		tail(subquery);
	}

	/** The window of a subquery with its modifiers. */
	void tail(Subquery subquery) {
		this.text.append('[');
		duration(subquery.window());
		this.text.append(':');
		if (subquery.step() != null && !isNothing(subquery.step())) {
			duration(subquery.step());
		}
		this.text.append(']');
		at(subquery.at());
		offset(subquery.offset());
	}

	private static boolean isNothing(DurationExpression duration) {
		return duration instanceof DurationExpression.Literal literal && literal.nanoseconds() == 0;
	}

	private void at(@Nullable At at) {
		switch (at) {
			case null -> {
			}
			case At.Timestamp timestamp ->
				this.text.append(" @ ").append(NumberSyntax.seconds(timestamp.milliseconds()));
			case At.Border border -> this.text.append((border == At.Border.START) ? " @ start()" : " @ end()");
		}
	}

	private void extension(@Nullable Extension extension) {
		if (extension != null) {
			this.text.append((extension == Extension.ANCHORED) ? " anchored" : " smoothed");
		}
	}

	private void offset(@Nullable DurationExpression offset) {
		if (offset instanceof DurationExpression.Literal literal) {
			this.text.append((literal.seconds() < 0) ? " offset -" : " offset ");
			DurationSyntax.appendTo(this.text, Math.abs(literal.milliseconds()));
		}
		else if (offset != null) {
			this.text.append(" offset ");
			duration(offset);
		}
	}

	/** A window, whose literal is always printed as a duration. */
	private void duration(DurationExpression duration) {
		if (duration instanceof DurationExpression.Literal literal) {
			DurationSyntax.appendTo(this.text, Math.max(literal.milliseconds(), 0));
		}
		else {
			part(duration);
		}
	}

	/** A part of arithmetic, whose literals are printed as they were written. */
	private void part(DurationExpression part) {
		switch (part) {
			case DurationExpression.Literal literal ->
				number(new NumberLiteral(literal.seconds(), literal.duration(), literal.range()));
			case DurationExpression.Operation operation -> operation(operation);
			case DurationExpression.Negation negation -> {
				open(negation.parenthesized());
				this.text.append('-');
				part(negation.operand());
				close(negation.parenthesized());
			}
			case DurationExpression.QueryValue value -> {
				open(value.parenthesized());
				this.text.append((value.kind() == DurationExpression.QueryValue.Kind.STEP) ? "step()" : "range()");
				close(value.parenthesized());
			}
			case DurationExpression.Extremum extremum -> extremum(extremum);
		}
	}

	private void operation(DurationExpression.Operation operation) {
		open(operation.parenthesized());
		part(operation.left());
		this.text.append(' ').append(operation.operator().symbol()).append(' ');
		part(operation.right());
		close(operation.parenthesized());
	}

	private void extremum(DurationExpression.Extremum extremum) {
		open(extremum.parenthesized());
		this.text.append(extremum.maximum() ? "max" : "min").append((this.level >= 3013) ? "_of(" : "(");
		part(extremum.left());
		this.text.append(", ");
		part(extremum.right());
		this.text.append(')');
		close(extremum.parenthesized());
	}

	private void open(boolean parenthesized) {
		this.text.append(parenthesized ? "(" : "");
	}

	private void close(boolean parenthesized) {
		this.text.append(parenthesized ? ")" : "");
	}

}
