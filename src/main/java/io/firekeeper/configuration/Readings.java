package io.firekeeper.configuration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.template.Template;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.PromQl;

/**
 * Expressions and templates of one piece of work, each read once: schema and checks both
 * ask for them. Several threads may ask. Everything is kept, so it lives as long as the
 * work.
 */
public final class Readings {

	private final Map<Asked<Dialect>, Parsed> expressions = new ConcurrentHashMap<>();

	private final Map<Asked<TargetVersion>, Template.Reading> templates = new ConcurrentHashMap<>();

	/** What became of an expression. */
	public Parsed expression(String text, Dialect dialect) {
		return this.expressions.computeIfAbsent(new Asked<>(text, dialect),
				(asked) -> PromQl.parse(asked.text(), asked.reader()));
	}

	/** What became of a template of a rule. */
	public Template.Reading template(String text, TargetVersion version) {
		return this.templates.computeIfAbsent(new Asked<>(text, version),
				(asked) -> Template.read(asked.text(), asked.reader()));
	}

	private record Asked<T>(String text, T reader) {
	}

}
