package io.firekeeper.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.firekeeper.promql.Feature;
import io.firekeeper.promql.Note;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Problems in the expressions of rule files and where they stand. */
class ExpressionProblemTests {

	@Test
	void whenAPlainExpressionIsWrongThenThePlaceIsInside() {
		assertThat(problems("""
				groups:
				- name: g
				  rules:
				  - record: a
				    expr: sum(foo) + rats(bar[5m])
				""")).containsExactly(new Problem("promql.unknown-function", List.of("rats"), "groups[0].rules[0].expr",
				new Position(5, 22), Problem.Weight.ERROR, List.of(new Note("did-you-mean", List.of("rate")))));
	}

	@Test
	void whenAQuotedExpressionIsWrongThenEscapesAreCounted() {
		assertThat(position("""
				groups:
				- name: g
				  rules:
				  - {record: a, expr: 'up{job=''x''} +'}
				""")).isEqualTo(new Position(4, 39));
		assertThat(position("""
				groups:
				- name: g
				  rules:
				  - {record: a, expr: "up{job=\\"x\\"} + )"}
				""")).isEqualTo(new Position(4, 41));
	}

	@Test
	void whenABlockIsWrongThenTheIndentIsCounted() {
		assertThat(position("""
				groups:
				- name: g
				  rules:
				  - record: a
				    expr: |
				      sum by (job) (
				        rate(up)
				      )
				""")).isEqualTo(new Position(7, 14));
		assertThat(position("""
				groups:
				- name: g
				  rules:
				  - record: a
				    expr: >-
				      up
				      ==
				      bool foo()
				""")).isEqualTo(new Position(8, 12));
	}

	@Test
	void whenAFoldedPlainExpressionIsWrongThenTheLineIsFound() {
		assertThat(position("""
				groups:
				- name: g
				  rules:
				  - record: a
				    expr: up
				      + foo()
				    labels: {a: b}
				""")).isEqualTo(new Position(6, 9));
	}

	@Test
	void whenAFeatureIsSwitchedOnThenItsExpressionsAreRead() {
		String text = "groups: [{name: g, rules: [{record: a, expr: 'mad_over_time(x[5m])'}]}]";
		YamlNode root = Objects.requireNonNull(Yaml.read(text, Yaml.USER_LIMIT).root());
		TargetVersion version = new TargetVersion(3, 5);
		assertThat(PrometheusSchema.checkRuleFile(root, version)).extracting(Problem::key)
			.containsExactly("promql.problem.function-off");
		assertThat(PrometheusSchema.checkRuleFile(root, version, Set.of(Feature.PROMQL_EXPERIMENTAL_FUNCTIONS),
				new Readings()))
			.isEmpty();
	}

	private static Position position(String text) {
		return problems(text).getFirst().position();
	}

	private static List<Problem> problems(String text) {
		YamlNode root = Objects.requireNonNull(Yaml.read(text, Yaml.USER_LIMIT).root());
		return PrometheusSchema.checkRuleFile(root, TargetVersion.NEWEST);
	}

}
