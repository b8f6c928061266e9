package io.firekeeper.configuration.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.template.TemplateNode.Pipeline;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a template (Go's {@code text/template/parse/parse.go}). */
final class TemplateParser {

	private static final int DEEPEST = 500;

	private final TokenReader tokens;

	private final PipelineParser pipelines;

	private final boolean elseWith;

	private final Set<String> defined = new HashSet<>();

	private final List<TemplateNode> definitions = new ArrayList<>();

	private int ranges;

	private int depth;

	TemplateParser(TokenReader tokens, Scope scope, TargetVersion version) {
		this.tokens = tokens;
		this.pipelines = new PipelineParser(tokens, scope, version);
		this.elseWith = version.isAtLeast(2, 55); // built with Go 1.23
	}

	/** All parts, with definitions behind the others. */
	List<TemplateNode> parse() {
		List<TemplateNode> nodes = new ArrayList<>();
		while (!this.tokens.peek().is(TokenKind.END)) {
			if (this.tokens.startsWith("define")) {
				definition();
			}
			else {
				TemplateNode node = textOrAction();
				if (node == null) {
					throw unexpected(this.tokens.peekKeyword());
				}
				nodes.add(node);
			}
		}
		nodes.addAll(this.definitions);
		return nodes;
	}

	private void definition() {
		this.tokens.next();
		this.tokens.nextNonSpace();
		Token name = this.tokens.nextNonSpace();
		String unquoted = templateName(name);
		expectClose();
		body(unquoted, name);
	}

	/** The body of a definition up to its end, with variables of its own. */
	private void body(String name, Token place) {
		deeper();
		Scope outer = this.pipelines.scope();
		int outerRanges = this.ranges;
		this.pipelines.enter(Scope.ofDefinition());
		this.ranges = 0;
		List<TemplateNode> body = list();
		endOf();
		this.pipelines.enter(outer);
		this.ranges = outerRanges;
		this.depth--;
		boolean empty = body.stream()
			.allMatch((node) -> node instanceof TemplateNode.Text(String text) && text.isBlank());
		if (!empty && !this.defined.add(name)) {
			throw new TemplateSyntaxException("defined-twice", place.offset(), name);
		}
		this.definitions.add(new TemplateNode.Definition(name, body));
	}

	/** Parts up to {@code end} or {@code else}, which stay to be read. */
	private List<TemplateNode> list() {
		List<TemplateNode> nodes = new ArrayList<>();
		while (!this.tokens.peek().is(TokenKind.END)) {
			TemplateNode node = textOrAction();
			if (node == null) {
				return nodes;
			}
			nodes.add(node);
		}
		throw new TemplateSyntaxException("unexpected-end", this.tokens.peek().offset());
	}

	/** The next part, or null before {@code end} and {@code else}. */
	private @Nullable TemplateNode textOrAction() {
		if (this.tokens.startsWith("end") || this.tokens.startsWith("else")) {
			return null;
		}
		Token token = this.tokens.next();
		return token.is(TokenKind.TEXT) ? new TemplateNode.Text(token.text()) : action();
	}

	private TemplateNode action() {
		Token token = this.tokens.peekNonSpace();
		if (!token.is(TokenKind.KEYWORD)) {
			return new TemplateNode.Action(this.pipelines.parse("command", TokenKind.CLOSE));
		}
		this.tokens.nextNonSpace();
		return switch (token.text()) {
			case "if", "with", "range" -> control(token.text());
			case "template" -> include();
			case "block" -> block();
			case "break", "continue" -> jump(token);
			default -> throw unexpected(token);
		};
	}

	private TemplateNode control(String keyword) {
		deeper();
		int variables = this.pipelines.scope().size();
		Pipeline pipeline = this.pipelines.parse(keyword, TokenKind.CLOSE);
		this.ranges += keyword.equals("range") ? 1 : 0;
		List<TemplateNode> body = list();
		this.ranges -= keyword.equals("range") ? 1 : 0;
		List<TemplateNode> otherwise = this.tokens.startsWith("else") ? otherwise(keyword) : ended();
		this.pipelines.scope().shrinkTo(variables);
		this.depth--;
		return new TemplateNode.Control(keyword, pipeline, body, otherwise);
	}

	private List<TemplateNode> ended() {
		endOf();
		return List.of();
	}

	private List<TemplateNode> otherwise(String keyword) {
		this.tokens.next();
		this.tokens.nextNonSpace();
		Token next = this.tokens.peekNonSpace();
		boolean chained = (keyword.equals("if") && next.isKeyword("if"))
				|| (keyword.equals("with") && next.isKeyword("with") && this.elseWith);
		if (chained) {
			this.tokens.nextNonSpace();
			return List.of(control(keyword));
		}
		expectClose();
		List<TemplateNode> otherwise = list();
		if (!this.tokens.startsWith("end")) {
			throw unexpected(this.tokens.peekKeyword());
		}
		endOf();
		return otherwise;
	}

	private void deeper() {
		if (++this.depth > DEEPEST) {
			throw new TemplateSyntaxException("too-deep", this.tokens.peek().offset(), String.valueOf(DEEPEST));
		}
	}

	private TemplateNode include() {
		String name = templateName(this.tokens.nextNonSpace());
		if (this.tokens.peekNonSpace().is(TokenKind.CLOSE)) {
			this.tokens.nextNonSpace();
			return new TemplateNode.Include(name, null);
		}
		return new TemplateNode.Include(name, this.pipelines.parse("template clause", TokenKind.CLOSE));
	}

	private TemplateNode block() {
		Token token = this.tokens.nextNonSpace();
		String name = templateName(token);
		Pipeline pipeline = this.pipelines.parse("block clause", TokenKind.CLOSE);
		body(name, token);
		return new TemplateNode.Include(name, pipeline);
	}

	private TemplateNode jump(Token keyword) {
		expectClose();
		if (this.ranges == 0) {
			throw new TemplateSyntaxException("outside-range", keyword.offset(), keyword.text());
		}
		return new TemplateNode.Jump(keyword.text());
	}

	private String templateName(Token token) {
		if (!token.is(TokenKind.STRING) && !token.is(TokenKind.RAW_STRING)) {
			throw unexpected(token);
		}
		String name = GoStrings.unquote(token.text());
		if (name == null) {
			throw new TemplateSyntaxException("bad-string", token.offset(), token.text());
		}
		return name;
	}

	/** Reads {@code end} with its braces. */
	private void endOf() {
		if (!this.tokens.startsWith("end")) {
			throw unexpected(this.tokens.peekKeyword());
		}
		this.tokens.next();
		this.tokens.nextNonSpace();
		expectClose();
	}

	private void expectClose() {
		Token token = this.tokens.nextNonSpace();
		if (!token.is(TokenKind.CLOSE)) {
			throw unexpected(token);
		}
	}

	private static TemplateSyntaxException unexpected(Token token) {
		return TokenReader.unexpected(token);
	}

}
