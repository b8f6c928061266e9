package io.firekeeper.promql.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what the analysis says against what a real Prometheus answers: every series of
 * every answer has labels that the analysis allows, those that it promises, and the value
 * that it knows. {@code -Dfirekeeper.generated=10000} takes more expressions.
 */
class OutcomesIntegrationTests {

	private static final int COUNT = Integer.getInteger("firekeeper.generated", 1500);

	private static final long SEED = Long.getLong("firekeeper.seed", 20261126L);

	private static final Pattern DUPLICATE = Pattern
		.compile("found duplicate series .* on the (left|right) hand-side of the operation: \\[\\{(.*?)}, \\{(.*?)}]");

	private static final Pattern LABEL = Pattern.compile("\\w+=\"[^\"]*\"");

	@TempDir
	Path workspace;

	private int series;

	private int always;

	private int dead;

	private int ambiguous;

	@ParameterizedTest
	@CsvSource({ "2.42, 2, 42", "3.5, 3, 5" })
	void whenAnExpressionIsAnsweredThenItsSeriesAreAsForetold(String version, int major, int minor) throws Exception {
		Dialect dialect = Dialect.of(major, minor);
		List<String> disagreements = new ArrayList<>();
		QueryGenerator generator = new QueryGenerator(SEED);
		try (SeriesPrometheus prometheus = SeriesPrometheus.start(version, this.workspace)) {
			for (int count = 0; count < COUNT; count++) {
				String text = generator.next();
				Expression expression = PromQl.parse(text, dialect).expression();
				JsonNode answer = prometheus.query(text);
				if (expression != null && answer.get("status").asString().equals("success")) {
					compare(text, Outcomes.of(expression), answer.get("data").get("result"), disagreements);
				}
				else if (expression != null) {
					compare(expression, text, answer.get("error").asString(), disagreements);
				}
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(this.series).isGreaterThan(COUNT / 2);
		assertThat(this.always).isGreaterThan(COUNT / 50);
		assertThat(this.dead).isGreaterThan(COUNT / 50);
		assertThat(this.ambiguous).isGreaterThan(COUNT / 100);
	}

	/**
	 * Where several series met the same one, the analysis says in what they may differ.
	 */
	private void compare(Expression expression, String text, String error, List<String> disagreements) {
		List<Pairing> pairings = new ArrayList<>();
		collect(expression, new Outcomes(), pairings);
		Matcher duplicate = DUPLICATE.matcher(error);
		boolean foretold = true;
		if (duplicate.find()) {
			this.ambiguous++;
			Set<String> differing = differing(duplicate.group(2), duplicate.group(3));
			foretold = pairings.stream()
				.map((pairing) -> duplicate.group(1).equals("left") ? pairing.left() : pairing.right())
				.anyMatch((side) -> !side.many() && differing.stream().allMatch(side::mayDiffer));
		}
		else if (error.contains("many-to-one matching must be explicit")) {
			this.ambiguous++;
			foretold = pairings.stream().anyMatch((pairing) -> !pairing.left().many() && pairing.left().isMultiple());
		}
		if (!foretold) {
			disagreements.add(text + "\n→ " + error + "\n→ " + pairings);
		}
	}

	private static void collect(Expression part, Outcomes outcomes, List<Pairing> pairings) {
		if (part instanceof Binary binary && Pairing.of(binary, outcomes) instanceof Pairing pairing) {
			pairings.add(pairing);
		}
		part.children().forEach((child) -> collect(child, outcomes, pairings));
	}

	/** The labels in which two series differ. */
	private static Set<String> differing(String one, String other) {
		Set<String> both = new HashSet<>(labels(one));
		both.retainAll(labels(other));
		Set<String> either = new HashSet<>(labels(one));
		either.addAll(labels(other));
		either.removeAll(both);
		return either.stream().map((label) -> label.substring(0, label.indexOf('='))).collect(Collectors.toSet());
	}

	private static Set<String> labels(String series) {
		return LABEL.matcher(series).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	private void compare(String text, List<Outcome> outcomes, JsonNode result, List<String> disagreements) {
		List<Outcome> alive = outcomes.stream().filter((outcome) -> !outcome.isDead()).toList();
		for (JsonNode each : result) {
			this.series++;
			if (alive.stream().noneMatch((outcome) -> fits(outcome, each))) {
				disagreements.add(text + "\n→ " + each + "\n→ " + outcomes);
			}
		}
		this.dead += alive.isEmpty() ? 1 : 0;
		if (alive.stream().anyMatch(Outcome::always)) {
			this.always++;
			if (result.isEmpty()) {
				disagreements.add(text + " gives nothing, but always should: " + outcomes);
			}
		}
	}

	private static boolean fits(Outcome outcome, JsonNode series) {
		Set<String> names = Set.copyOf(series.get("metric").propertyNames());
		Labels labels = outcome.labels();
		return names.stream().noneMatch((name) -> labels.of(name).isAbsent())
				&& labels.known()
					.keySet()
					.stream()
					.allMatch((name) -> !labels.of(name).isPresent() || names.contains(name))
				&& names.stream()
					.allMatch((name) -> labels.of(name).value() == null
							|| Objects.equals(labels.of(name).value(), series.get("metric").get(name).asString()))
				&& hasValue(outcome, series.get("value").get(1).asString());
	}

	private static boolean hasValue(Outcome outcome, String value) {
		Double known = outcome.value();
		return known == null || known.isNaN() || known.isInfinite()
				|| Math.abs(known - Double.parseDouble(value)) < 1e-9;
	}

}
