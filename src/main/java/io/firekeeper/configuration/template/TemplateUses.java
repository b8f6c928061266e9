package io.firekeeper.configuration.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.template.TemplateNode.Command;
import io.firekeeper.configuration.template.TemplateNode.Operand;
import io.firekeeper.configuration.template.TemplateNode.Pipeline;
import org.jspecify.annotations.Nullable;

/** Follows what the parts of a template read. */
final class TemplateUses {

	private static final Set<String> FIELDS = Set.of("Labels", "ExternalLabels", "ExternalURL", "Value");

	private final List<TemplateUse.Mention> labels = new ArrayList<>();

	private final List<TemplateUse.Mention> values = new ArrayList<>();

	private final List<TemplateUse.Query> queries = new ArrayList<>();

	private final List<TemplateUse.Mention> unknown = new ArrayList<>();

	private Map<String, Source> variables = new HashMap<>(Map.of("$", Source.ALERT, "$labels", Source.LABELS, "$value",
			Source.VALUE, "$externalLabels", Source.OTHER, "$externalURL", Source.OTHER));

	TemplateUse of(List<TemplateNode> nodes) {
		walk(nodes, Source.ALERT);
		return new TemplateUse(this.labels, this.values, this.queries, this.unknown);
	}

	private void walk(List<TemplateNode> nodes, Source dot) {
		for (TemplateNode node : nodes) {
			switch (node) {
				case TemplateNode.Action action -> pipeline(action.pipeline(), dot);
				case TemplateNode.Control control -> control(control, dot);
				case TemplateNode.Include include when include.pipeline() != null -> pipeline(include.pipeline(), dot);
				case TemplateNode.Definition definition -> definition(definition);
				case TemplateNode.Text text -> {
				}
				case TemplateNode.Include include -> {
				}
				case TemplateNode.Jump jump -> {
				}
			}
		}
	}

	/** What a definition gets is not known. */
	private void definition(TemplateNode.Definition definition) {
		Map<String, Source> outer = this.variables;
		this.variables = new HashMap<>(Map.of("$", Source.OTHER));
		walk(definition.body(), Source.OTHER);
		this.variables = outer;
	}

	private void control(TemplateNode.Control control, Source dot) {
		Map<String, Source> outer = this.variables;
		this.variables = new HashMap<>(outer);
		Source condition = pipeline(control.pipeline(), dot);
		boolean range = control.keyword().equals("range");
		if (range) {
			control.pipeline().variables().forEach((variable) -> this.variables.put(variable, Source.OTHER));
		}
		walk(control.body(), control.keyword().equals("if") ? dot : range ? Source.OTHER : condition);
		this.variables = new HashMap<>(outer);
		walk(control.otherwise(), dot);
		this.variables = outer;
	}

	private Source pipeline(Pipeline pipeline, Source dot) {
		Source source = Source.OTHER;
		for (int index = 0; index < pipeline.commands().size(); index++) {
			Command before = (index == 0) ? null : pipeline.commands().get(index - 1);
			source = command(pipeline.commands().get(index), before, dot);
		}
		for (String variable : pipeline.variables()) {
			this.variables.put(variable, source);
		}
		return source;
	}

	private Source command(Command command, @Nullable Command before, Source dot) {
		List<Source> sources = new ArrayList<>();
		for (Operand operand : command.operands()) {
			sources.add(operand(operand, dot));
		}
		if (command.operands().getFirst() instanceof Operand.Function function) {
			called(function, command, before, sources);
			return Source.OTHER;
		}
		return (sources.size() == 1) ? sources.getFirst() : Source.OTHER;
	}

	private void called(Operand.Function function, Command command, @Nullable Command before, List<Source> sources) {
		List<Operand> operands = command.operands();
		if (function.name().equals("query")) {
			Operand argument = (operands.size() > 1) ? operands.get(1)
					: (before != null && before.operands().size() == 1) ? before.operands().getFirst() : null;
			this.queries.add(new TemplateUse.Query(text(argument), function.offset()));
		}
		if (function.name().equals("index") && operands.size() > 2 && sources.get(1) == Source.LABELS
				&& text(operands.get(2)) instanceof String label) {
			this.labels.add(new TemplateUse.Mention(label, operands.get(2).offset()));
		}
	}

	private static @Nullable String text(@Nullable Operand operand) {
		return (operand instanceof Operand.Literal literal
				&& (literal.kind() == TokenKind.STRING || literal.kind() == TokenKind.RAW_STRING)) ? literal.value()
						: null;
	}

	private Source operand(Operand operand, Source dot) {
		return switch (operand) {
			case Operand.Dot own -> field(dot, own.path(), own.offset(), "." + String.join(".", own.path()));
			case Operand.Variable variable -> field(this.variables.getOrDefault(variable.name(), Source.OTHER),
					variable.path(), variable.offset(), variable.name());
			case Operand.Nested nested ->
				field(pipeline(nested.pipeline(), dot), nested.path(), nested.offset(), "(…)");
			case Operand.Function function -> Source.OTHER;
			case Operand.Literal literal -> Source.OTHER;
		};
	}

	private Source field(Source source, List<String> path, int offset, String written) {
		if (path.isEmpty() || source == Source.OTHER) {
			return mentioned(source, offset, written);
		}
		String name = path.getFirst();
		if (source == Source.LABELS) {
			this.labels.add(new TemplateUse.Mention(name, offset));
			return Source.OTHER;
		}
		if (source == Source.ALERT && FIELDS.contains(name)) {
			Source part = name.equals("Labels") ? Source.LABELS : name.equals("Value") ? Source.VALUE : Source.OTHER;
			return field(part, path.subList(1, path.size()), offset, written);
		}
		if (source == Source.ALERT) {
			this.unknown.add(new TemplateUse.Mention(name, offset));
		}
		return mentioned(source, offset, written);
	}

	private Source mentioned(Source source, int offset, String written) {
		if (source == Source.VALUE) {
			this.values.add(new TemplateUse.Mention(written, offset));
		}
		return source;
	}

	/** What a value stems from. */
	private enum Source {

		/** The alert: what the dot is at first. */
		ALERT,

		/** The labels of the alert. */
		LABELS,

		/** The value of the alert. */
		VALUE,

		/** Anything else. */
		OTHER

	}

}
