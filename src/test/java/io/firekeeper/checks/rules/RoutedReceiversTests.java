package io.firekeeper.checks.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutedReceiversTests {

	private static final String CONFIGURATION = """
			route:
			  receiver: nobody
			  routes:
			    - {receiver: nobody, matchers: ['severity="none"']}
			    - {receiver: pager, matchers: ['severity="critical"']}
			    - receiver: nobody
			      matchers: ['team="db"']
			      routes: [{receiver: mail, matchers: ['env!="test"']}]
			receivers:
			  - {name: nobody}
			  - {name: pager, webhook_configs: [{url: 'http://127.0.0.1/'}]}
			  - {name: mail, webhook_configs: [{url: 'http://127.0.0.1/'}]}
			""";

	@Test
	void whenLabelsDecideThenTheReceiverIsKnown() {
		AlertReceivers receivers = receivers(CONFIGURATION);
		assertThat(receivers.notifies(Map.of("severity", "critical"))).isTrue();
		assertThat(receivers.notifies(Map.of("severity", "none"))).isFalse();
		assertThat(receivers.notifies(Map.of("severity", "info", "team", "web"))).isFalse();
		assertThat(receivers.notifies(Map.of("severity", "info", "team", "db", "env", "test"))).isFalse();
		assertThat(receivers.routedBy()).containsExactly("env", "severity", "team");
	}

	@Test
	void whenALabelMayHaveAnyValueThenTheAlertMayReachSomebody() {
		AlertReceivers receivers = receivers(CONFIGURATION);
		assertThat(receivers.notifies(Map.of())).isTrue();
		assertThat(receivers.notifies(Map.of("severity", "info"))).isTrue();
		assertThat(receivers.notifies(Map.of("severity", "info", "team", "db"))).isTrue();
	}

	@Test
	void whenTheConfigurationIsRefusedThenNothingIsKnown() {
		assertThat(receivers("route: {receiver: missing}").notifies(Map.of())).isNull();
	}

	@Test
	void whenAnAlertReachesNobodyThenItIsFound() {
		RuleFile file = Rules.file("""
				- {alert: A, expr: up == 0, labels: {severity: none}}
				- {alert: B, expr: up == 0, labels: {severity: critical}}
				""");
		RuleSubject subject = RuleSubject.of(List.of(file), Target.of(Rules.DIALECT));
		assertThat(Rules.found("unrouted-alert", subject.routedBy(receivers(CONFIGURATION))))
			.containsExactly("WARNING 4:13 nobody [A]");
	}

	private static AlertReceivers receivers(String text) {
		return AlertReceivers.of((YamlMapping) Objects.requireNonNull(Yaml.read(text, Yaml.USER_LIMIT).root()),
				new TargetVersion(0, 28));
	}

}
