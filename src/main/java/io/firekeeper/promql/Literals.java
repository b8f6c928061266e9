package io.firekeeper.promql;

import java.util.Objects;

/** Reads the literals that stand at the last taken token. */
final class Literals {

	private static final double MILLISECONDS = 1000;

	private final TokenStream tokens;

	Literals(TokenStream tokens) {
		this.tokens = tokens;
	}

	/** The value of a number. */
	double number() {
		Double value = NumberSyntax.parse(this.tokens.lastText());
		if (value == null) {
			this.tokens.problems().add(this.tokens.lastRange(), "bad-number", this.tokens.lastText());
		}
		return Objects.requireNonNullElse(value, 0.0);
	}

	/** The length of a duration in seconds. */
	double seconds() {
		Long milliseconds = DurationSyntax.parse(this.tokens.lastText());
		if (milliseconds == null) {
			return refuse("bad-duration");
		}
		if (DurationSyntax.isTooLong(milliseconds)) {
			return refuse("duration-too-long");
		}
		if (milliseconds == 0 && !this.tokens.grammar().refusesEmptyWindows()) {
			return refuse("empty-duration");
		}
		return milliseconds / MILLISECONDS;
	}

	private double refuse(String code) {
		this.tokens.problems().add(this.tokens.lastRange(), code, this.tokens.lastText());
		return 0;
	}

	/** The value of a text. */
	String string() {
		return StringSyntax.unquote(this.tokens.lastText());
	}

	/** Takes a number or, where the release allows it, a duration. */
	NumberLiteral numberOrDuration() {
		if (this.tokens.accept(TokenType.NUMBER)) {
			return new NumberLiteral(number(), false, this.tokens.lastRange());
		}
		if (this.tokens.grammar().mixesNumbersAndDurations() && this.tokens.accept(TokenType.DURATION)) {
			return new NumberLiteral(seconds(), true, this.tokens.lastRange());
		}
		throw this.tokens.unexpected();
	}

}
