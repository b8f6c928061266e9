package io.firekeeper.configuration.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a template of a rule uses.
 *
 * @param labels labels of the alert, one by one
 * @param values the value of the alert
 * @param queries calls of {@code query}
 * @param unknownFields fields that neither the alert nor its parts have
 */
public record TemplateUse(List<Mention> labels, List<Mention> values, List<Query> queries,
		List<Mention> unknownFields) {

	public TemplateUse {
		labels = List.copyOf(labels);
		values = List.copyOf(values);
		queries = List.copyOf(queries);
		unknownFields = List.copyOf(unknownFields);
	}

	/**
	 * A place where something is used.
	 *
	 * @param name what: the label, or the value as it is written
	 * @param offset where, in UTF-16 code units of the template's text
	 */
	public record Mention(String name, int offset) {

	}

	/**
	 * A query that the template makes.
	 *
	 * @param expression the expression when it is written down, or null
	 * @param offset where
	 */
	public record Query(@Nullable String expression, int offset) {

	}

}
