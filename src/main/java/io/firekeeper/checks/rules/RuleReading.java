package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Readings;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.template.Template;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.PromQl;
import io.firekeeper.promql.Release;
import io.firekeeper.promql.analysis.Outcome;
import io.firekeeper.promql.analysis.Outcomes;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says: its expression, what checks ask of that, and its templates, each
 * found out once and only when asked. Several threads may ask: at worst two of them find
 * out the same.
 */
final class RuleReading {

	private final String text;

	private final Dialect dialect;

	private final Readings readings;

	private final Outcomes outcomes = new Outcomes();

	private volatile @Nullable Parsed parsed;

	private volatile @Nullable String printed;

	private volatile @Nullable Map<Class<?>, List<Expression>> parts;

	RuleReading(String text, Dialect dialect, Readings readings) {
		this.text = text;
		this.dialect = dialect;
		this.readings = readings;
	}

	Parsed parsed() {
		Parsed known = this.parsed;
		if (known == null) {
			known = this.readings.expression(this.text, this.dialect);
			this.parsed = known;
		}
		return known;
	}

	/** The expression as Prometheus prints it; as written when it cannot be read. */
	String printed() {
		String known = this.printed;
		if (known == null) {
			Expression expression = parsed().expression();
			known = (expression != null) ? PromQl.print(expression, this.dialect) : this.text;
			this.printed = known;
		}
		return known;
	}

	/** One of the rule's templates, or {@code null} when it cannot be read. */
	@Nullable Template template(String text) {
		Release release = this.dialect.release();
		return this.readings.template(text, new TargetVersion(release.major(), release.minor())).template();
	}

	/**
	 * Everything of one sort in the expression, outermost first; nothing when it cannot
	 * be read.
	 */
	@SuppressWarnings("unchecked")
	<T extends Expression> List<T> parts(Class<T> type) {
		Map<Class<?>, List<Expression>> known = this.parts;
		if (known == null) {
			Expression expression = parsed().expression();
			known = (expression != null) ? Parts.bySort(expression) : Map.of();
			this.parts = known;
		}
		return (List<T>) known.getOrDefault(type, List.of());
	}

	/** What can come out of a part of the expression. */
	List<Outcome> outcomes(Expression part) {
		return this.outcomes.within(part);
	}

}
