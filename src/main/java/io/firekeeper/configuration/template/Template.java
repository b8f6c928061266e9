package io.firekeeper.configuration.template;

import java.util.List;

import io.firekeeper.configuration.TargetVersion;
import org.jspecify.annotations.Nullable;

/** A template in a label or an annotation of an alerting rule. */
public final class Template {

	private final List<TemplateNode> nodes;

	private Template(List<TemplateNode> nodes) {
		this.nodes = List.copyOf(nodes);
	}

	/**
	 * Reads a template as a version of Prometheus does on loading a rule file
	 * (prometheus/prometheus {@code model/rulefmt/rulefmt.go},
	 * {@code testTemplateParsing}). Never throws, whatever the text.
	 */
	public static Reading read(String text, TargetVersion version) {
		try {
			TokenReader tokens = new TokenReader(TemplateLexer.tokens(text));
			return new Reading(new Template(new TemplateParser(tokens, Scope.ofRules(), version).parse()), null);
		}
		catch (TemplateSyntaxException ex) {
			return new Reading(null, ex.problem());
		}
	}

	/** What it uses. */
	public TemplateUse use() {
		return new TemplateUses().of(this.nodes);
	}

	/**
	 * What became of a text.
	 *
	 * @param template the template, or null when it was refused
	 * @param problem why it was refused, or null
	 */
	public record Reading(@Nullable Template template, @Nullable TemplateProblem problem) {

	}

}
