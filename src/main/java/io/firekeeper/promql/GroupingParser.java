package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.List;

/** Reads label names in parentheses. */
final class GroupingParser {

	private final TokenStream tokens;

	private final Literals literals;

	GroupingParser(TokenStream tokens, Literals literals) {
		this.tokens = tokens;
		this.literals = literals;
	}

	/** A clause whose keyword is the last taken token. */
	Grouping grouping(boolean without) {
		int start = this.tokens.lastStart();
		List<String> labels = labels();
		return new Grouping(without, labels, this.tokens.since(start));
	}

	/** Label names with their parentheses. */
	List<String> labels() {
		Expected outer = this.tokens.expect(Expected.GROUPING);
		this.tokens.expect(TokenType.LEFT_PARENTHESIS);
		this.tokens.expect(Expected.GROUPING_LABEL);
		List<String> labels = new ArrayList<>(2);
		boolean more = !this.tokens.accept(TokenType.RIGHT_PARENTHESIS);
		while (more) {
			labels.add(label());
			this.tokens.expect(Expected.GROUPING_SEPARATOR);
			more = continues();
			this.tokens.expect(Expected.GROUPING_LABEL);
		}
		this.tokens.expect(outer);
		return labels;
	}

	/** Whether a further label follows; a comma may also stand behind the last. */
	private boolean continues() {
		if (this.tokens.accept(TokenType.COMMA)) {
			return !this.tokens.accept(TokenType.RIGHT_PARENTHESIS);
		}
		this.tokens.expect(TokenType.RIGHT_PARENTHESIS);
		return false;
	}

	private String label() {
		Grammar grammar = this.tokens.grammar();
		if (this.tokens.peek() == TokenType.STRING && grammar.hasQuotedGroupingLabels()) {
			this.tokens.advance();
			return checked(this.literals.string());
		}
		if (!this.tokens.peek().isLabel(grammar)) {
			throw this.tokens.unexpected();
		}
		this.tokens.advance();
		return checked(this.tokens.lastText());
	}

	private String checked(String label) {
		boolean valid = this.tokens.grammar().hasAnyLabelNames() ? isText(label) : Characters.isLabelName(label);
		if (!valid) {
			this.tokens.problems().add(this.tokens.lastRange(), "bad-grouping-label", label);
		}
		return label;
	}

	private static boolean isText(String label) {
		for (int at = 0; at < label.length(); at += Character.charCount(label.codePointAt(at))) {
			if (Character.getType(label.codePointAt(at)) == Character.SURROGATE) {
				return false;
			}
		}
		return !label.isEmpty();
	}

}
