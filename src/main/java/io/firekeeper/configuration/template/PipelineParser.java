package io.firekeeper.configuration.template;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.template.TemplateNode.Command;
import io.firekeeper.configuration.template.TemplateNode.Operand;
import io.firekeeper.configuration.template.TemplateNode.Pipeline;
import org.jspecify.annotations.Nullable;

/** Reads pipelines (Go's {@code text/template/parse/parse.go}). */
final class PipelineParser {

	private static final int DEEPEST = 500;

	private final TokenReader tokens;

	private final TargetVersion version;

	private Scope scope;

	private int depth;

	PipelineParser(TokenReader tokens, Scope scope, TargetVersion version) {
		this.tokens = tokens;
		this.scope = scope;
		this.version = version;
	}

	Scope scope() {
		return this.scope;
	}

	void enter(Scope other) {
		this.scope = other;
	}

	/** A pipeline and the token that ends it. */
	Pipeline parse(String context, TokenKind end) {
		List<String> variables = declarations(context);
		List<Command> commands = new ArrayList<>();
		while (true) {
			Token token = this.tokens.peekNonSpace();
			if (token.is(end)) {
				this.tokens.nextNonSpace();
				check(commands, context, token);
				return new Pipeline(variables, commands);
			}
			if (!token.kind().beginsOperand()) {
				throw TokenReader.unexpected(token);
			}
			commands.add(command());
		}
	}

	private List<String> declarations(String context) {
		List<String> variables = new ArrayList<>();
		while (this.tokens.peekNonSpace().is(TokenKind.VARIABLE) && isDeclared()) {
			Token variable = this.tokens.nextNonSpace();
			Token sign = this.tokens.nextNonSpace();
			variables.add(variable.text());
			this.scope.declare(variable.text());
			if (!sign.is(TokenKind.OTHER)) {
				return variables;
			}
			further(context, variables.size());
		}
		return variables;
	}

	/** Whether {@code :=}, {@code =} or a comma follows the variable. */
	private boolean isDeclared() {
		int start = this.tokens.peek().is(TokenKind.SPACE) ? 2 : 1;
		Token sign = this.tokens.peek(this.tokens.peek(start).is(TokenKind.SPACE) ? start + 1 : start);
		return sign.is(TokenKind.DECLARE) || sign.is(TokenKind.ASSIGN)
				|| (sign.is(TokenKind.OTHER) && sign.text().equals(","));
	}

	/** A comma stands only between the two variables of {@code range}. */
	private void further(String context, int count) {
		Token next = this.tokens.peekNonSpace();
		if (!context.equals("range") || count > 1) {
			throw new TemplateSyntaxException("too-many-declarations", next.offset(), context);
		}
		if (!next.is(TokenKind.VARIABLE) && !next.is(TokenKind.CLOSE) && !next.is(TokenKind.RIGHT_PARENTHESIS)) {
			throw new TemplateSyntaxException("range-variables", next.offset());
		}
	}

	private static void check(List<Command> commands, String context, Token end) {
		if (commands.isEmpty()) {
			throw new TemplateSyntaxException("missing-value", end.offset(), context);
		}
		for (Command command : commands.subList(1, commands.size())) {
			Operand first = command.operands().getFirst();
			if (first instanceof Operand.Literal || (first instanceof Operand.Dot dot && dot.path().isEmpty())) {
				throw new TemplateSyntaxException("not-executable", first.offset());
			}
		}
	}

	private Command command() {
		List<Operand> operands = new ArrayList<>();
		while (true) {
			Token start = this.tokens.peekNonSpace();
			Operand operand = operand();
			if (operand != null) {
				operands.add(operand);
			}
			Token token = this.tokens.peek();
			if (token.is(TokenKind.SPACE)) {
				this.tokens.next();
				continue;
			}
			if (token.is(TokenKind.PIPE)) {
				this.tokens.next();
			}
			else if (!token.is(TokenKind.CLOSE) && !token.is(TokenKind.RIGHT_PARENTHESIS)) {
				throw TokenReader.unexpected(token);
			}
			if (operands.isEmpty()) {
				throw new TemplateSyntaxException("empty-command", start.offset());
			}
			return new Command(operands);
		}
	}

	private @Nullable Operand operand() {
		Token token = this.tokens.peekNonSpace();
		if (!token.kind().beginsOperand()) {
			if (this.tokens.peek().is(TokenKind.SPACE)) {
				this.tokens.next();
			}
			return null;
		}
		this.tokens.nextNonSpace();
		Operand term = term(token);
		List<String> path = new ArrayList<>();
		while (this.tokens.peek().is(TokenKind.FIELD)) {
			path.add(this.tokens.next().text().substring(1));
		}
		return path.isEmpty() ? term : chained(term, path);
	}

	private Operand term(Token token) {
		return switch (token.kind()) {
			case IDENTIFIER -> function(token);
			case DOT -> new Operand.Dot(List.of(), token.offset());
			case FIELD -> new Operand.Dot(List.of(token.text().substring(1)), token.offset());
			case VARIABLE -> variable(token);
			case LEFT_PARENTHESIS -> nested(token);
			case STRING, RAW_STRING -> string(token);
			case CHARACTER -> character(token);
			default -> new Operand.Literal(token.kind(), token.text(), token.offset());
		};
	}

	private Operand function(Token token) {
		if (!TemplateFunctions.exists(token.text(), this.version)) {
			throw TemplateFunctions.isKnown(token.text())
					? new TemplateSyntaxException("function-too-new", token.offset(), token.text(),
							TemplateFunctions.since(token.text()).toString())
					: new TemplateSyntaxException("unknown-function", token.offset(), token.text());
		}
		return new Operand.Function(token.text(), token.offset());
	}

	private Operand variable(Token token) {
		if (!this.scope.knows(token.text())) {
			throw new TemplateSyntaxException("unknown-variable", token.offset(), token.text());
		}
		return new Operand.Variable(token.text(), List.of(), token.offset());
	}

	private Operand nested(Token token) {
		if (++this.depth > DEEPEST) {
			throw new TemplateSyntaxException("too-deep", token.offset(), String.valueOf(DEEPEST));
		}
		Pipeline pipeline = parse("parenthesized pipeline", TokenKind.RIGHT_PARENTHESIS);
		this.depth--;
		return new Operand.Nested(pipeline, List.of(), token.offset());
	}

	private static Operand string(Token token) {
		String value = GoStrings.unquote(token.text());
		if (value == null) {
			throw new TemplateSyntaxException("bad-string", token.offset(), token.text());
		}
		return new Operand.Literal(token.kind(), value, token.offset());
	}

	private static Operand character(Token token) {
		if (!GoStrings.isCharacter(token.text())) {
			throw new TemplateSyntaxException("bad-character-literal", token.offset(), token.text());
		}
		return new Operand.Literal(token.kind(), token.text(), token.offset());
	}

	private static Operand chained(Operand term, List<String> path) {
		return switch (term) {
			case Operand.Dot dot when !dot.path().isEmpty() -> {
				List<String> all = new ArrayList<>(dot.path());
				all.addAll(path);
				yield new Operand.Dot(all, dot.offset());
			}
			case Operand.Variable variable -> new Operand.Variable(variable.name(), path, variable.offset());
			case Operand.Nested nested -> new Operand.Nested(nested.pipeline(), path, nested.offset());
			case Operand.Function function -> new Operand.Nested(
					new Pipeline(List.of(), List.of(new Command(List.of(function)))), path, function.offset());
			case Operand.Dot dot -> throw new TemplateSyntaxException("field-of-literal", dot.offset(), ".");
			case Operand.Literal literal ->
				throw new TemplateSyntaxException("field-of-literal", literal.offset(), literal.value());
		};
	}

}
