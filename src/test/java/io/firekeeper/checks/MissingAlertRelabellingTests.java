package io.firekeeper.checks;

import java.util.List;
import java.util.Map;

import io.firekeeper.policies.PolicyDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MissingAlertRelabellingTests {

	private static final PolicyDocument GLOBAL = Subjects.policy("Global", "defaults", """
			  global:
			    external_labels:
			      replica: $(replica.name)
			""");

	private static final String SENDING = """
			global: {external_labels: {cluster: eu, replica: eu-0}}
			alerting: {alertmanagers: [{static_configs: [{targets: ['am:9093']}]}]}
			""";

	private final MissingAlertRelabelling check = new MissingAlertRelabelling();

	@Test
	void whenADistinguishingLabelStaysOnAlertsThenItIsFoundWhereItIsDefined() {
		assertThat(Subjects.lines(check(SENDING, SENDING.replace("eu-0", "eu-1"))))
			.containsExactly("ERROR 8:7 ha-without-alert-relabelling.kept [replica, eu]");
	}

	@Test
	void whenAnotherLabelIsDroppedThenItIsStillFound() {
		String dropping = SENDING.replace("{alertmanagers",
				"{alert_relabel_configs: [{action: labeldrop, regex: rep}], alertmanagers");
		assertThat(check(dropping, dropping.replace("eu-0", "eu-1"))).hasSize(1);
	}

	@Test
	void whenTheLabelIsDroppedThenNothingIsFound() {
		String dropping = SENDING.replace("{alertmanagers",
				"{alert_relabel_configs: [{action: labeldrop, regex: rep.*}], alertmanagers");
		assertThat(check(dropping, dropping.replace("eu-0", "eu-1"))).isEmpty();
		String each = SENDING.replace("[{static",
				"[{alert_relabel_configs: [{regex: replica, action: labeldrop}], static");
		assertThat(check(each, each.replace("eu-0", "eu-1"))).isEmpty();
	}

	@Test
	void whenNoAlertsAreSentOrLabelsAreEqualThenNothingIsFound() {
		assertThat(check(SENDING, SENDING)).isEmpty();
		String silent = "global: {external_labels: {replica: eu-0}}";
		assertThat(check(silent, silent.replace("eu-0", "eu-1"))).isEmpty();
	}

	@Test
	void whenRelabellingMakesTheLabelsEqualThenNothingIsFound() {
		for (String step : List.of("{source_labels: [replica], regex: '(.+)-[0-9]', target_label: replica}",
				"{target_label: replica, replacement: ''}", "{regex: 'alertname|cluster', action: labelkeep}",
				"{source_labels: [severity], regex: page, action: keep}, {regex: replica, action: labeldrop}")) {
			String relabelled = SENDING.replace("{alertmanagers",
					"{alert_relabel_configs: [%s], alertmanagers".formatted(step));
			assertThat(check(relabelled, relabelled.replace("eu-0", "eu-1"))).as(step).isEmpty();
		}
	}

	@Test
	void whenRelabellingMovesTheDifferenceThenItIsFound() {
		String moved = SENDING.replace("{alertmanagers",
				"{alert_relabel_configs: [{regex: replica, replacement: prom_replica, action: labelmap},"
						+ " {regex: replica, action: labeldrop}], alertmanagers");
		assertThat(check(moved, moved.replace("eu-0", "eu-1"))).hasSize(1);
	}

	private List<Finding> check(String... configurations) {
		return this.check.check(Subjects.subject(List.of(GLOBAL), Map.of(), configurations));
	}

}
