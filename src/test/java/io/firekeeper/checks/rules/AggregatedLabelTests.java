package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AggregatedLabelTests {

	@Test
	void whenALabelIsToBeKeptOrDroppedThenTheRestIsFound() {
		RuleFile file = Rules.file("rules.yml", """
				groups:
				- name: g
				  rules:
				  - {record: 'a:b', expr: 'sum(foo) without(instance, job)'}
				  - {record: 'a:c', expr: 'sum(foo) by(job, instance)'}
				  - {record: 'a:d', expr: foo}
				  - {record: 'a:e', expr: sum(foo), labels: {job: x}}
				  - {record: other, expr: sum(foo)}
				""", "{keep_labels: [{label: job, rules: 'a:.*'}], drop_labels: [{label: instance, severity: info}]}");
		RuleSubject subject = RuleSubject.of(List.of(file), Target.of(Rules.DIALECT));
		assertThat(Rules.found("aggregated-label", subject)).containsExactly(
				"WARNING 4:37 dropped [a:b, job, without(instance, job)]",
				"INFO 5:37 kept [a:c, instance, by(job, instance)]");
		assertThat(Rules.fixed("aggregated-label", subject)).contains("sum(foo) without (instance)");
	}

}
