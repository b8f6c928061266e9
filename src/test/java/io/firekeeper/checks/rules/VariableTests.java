package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VariableTests {

	@Test
	void whenAValueIsAVariableThenNothingIsSaidAboutIt() {
		RuleFile file = Rules.file("rules.yml", """
				groups:
				- name: g
				  rules:
				  - alert: Down_$(cluster.name)
				    expr: up{job=~"$(cluster.jobs)"} * up{env="$(cluster.env)"} / up{env="prod"} == 0
				    labels: {severity: $(cluster.severity), region: $(cluster.region)}
				""", "{names: [{alerts: '[A-Z][a-z]+'}], require_labels: [{name: severity, one_of: [page]}]}");
		Target target = Rules.target("global: {external_labels: {region: eu}}");
		assertThat(RuleChecks.check(RuleSubject.of(List.of(file), target))).isEmpty();
	}

}
