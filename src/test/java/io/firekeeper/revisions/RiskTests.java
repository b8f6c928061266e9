package io.firekeeper.revisions;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.revisions.compile.Compilation.Instead;
import io.firekeeper.revisions.compile.Compilation.KeptBack;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RiskTests {

	private static final Cluster EU = new Cluster(new UUID(0, 1), "eu", ClusterKind.PROMETHEUS, new TreeMap<>(), 0);

	private static final String MAIN = """
			global:
			  scrape_interval: 15s
			  external_labels:
			    replica: eu-0
			rule_files:
			  - rules/nodes.yml
			scrape_configs:
			  - job_name: node
			    scrape_timeout: 10s
			  - job_name: old
			""";

	private static final String RULES = """
			groups:
			  - name: nodes
			    rules:
			      - record: cpu
			        expr: sum(cpu)
			      - alert: Down
			        expr: up == 0
			      - alert: Slow
			        expr: rate > 1
			""";

	@Test
	void whenJobsRulesAndSettingsChangeThenEachIsSaid() {
		String main = """
				global:
				  scrape_interval: 30s
				  external_labels:
				    replica: eu-zero
				rule_files:
				  - rules/nodes.yml
				scrape_configs:
				  - job_name: node
				    scrape_timeout: 5s
				  - job_name: new
				    scrape_timeout: 1s
				""";
		String rules = """
				groups:
				  - name: nodes
				    rules:
				      - record: cpu
				        expr: avg(cpu)
				      - alert: Slow
				        expr: rate > 2
				      - alert: Full
				        expr: disk == 0
				""";
		assertThat(risk(effect("eu-0", bundle(MAIN, RULES), bundle(main, rules)))).containsExactly(
				Message.of("revisions.risk.reach", 1, 1, "eu"),
				Message.of("revisions.risk.alerts-removed", "nodes/Down", 1),
				Message.of("revisions.risk.jobs-removed", "old", 1),
				Message.of("revisions.risk.labels-changed", "replica", "eu-0", "eu-zero", 1),
				Message.of("revisions.risk.setting-changed", "global scrape_interval", "15s", "30s", 1),
				Message.of("revisions.risk.setting-changed", "node scrape_timeout", "10s", "5s", 1),
				Message.of("revisions.risk.alerts-changed", "nodes/Slow", 1),
				Message.of("revisions.risk.recordings-changed", "nodes/cpu", 1),
				Message.of("revisions.risk.jobs-changed", "node", 1), Message.of("revisions.risk.jobs-added", "new", 1),
				Message.of("revisions.risk.alerts-added", "nodes/Full", 1));
	}

	@Test
	void whenRuleFileGetsAnotherNameThenTimersRestart() {
		Bundle renamed = Bundle.of(Map.of(Bundle.MAIN_FILE, MAIN, "rules/other.yml", RULES));
		assertThat(risk(effect("eu-0", bundle(MAIN, RULES), renamed))).containsExactly(
				Message.of("revisions.risk.reach", 1, 1, "eu"),
				Message.of("revisions.risk.timers-restart", "nodes/Down, nodes/Slow", 1));
	}

	@Test
	void whenAlertsGoElsewhereThenItIsSaid() {
		String main = MAIN + "alerting:\n  alertmanagers:\n    - static_configs:\n        - targets: [a:9093]\n";
		assertThat(risk(effect("eu-0", bundle(MAIN, RULES), bundle(main, RULES))))
			.contains(Message.of("revisions.risk.alertmanagers-changed", 1));
	}

	@Test
	void whenTheSameHappensOnTwoReplicasThenItIsSaidOnce() {
		String main = MAIN.replace("  - job_name: old\n", "");
		assertThat(risk(effect("eu-0", bundle(MAIN, RULES), bundle(main, RULES)),
				effect("eu-1", bundle(MAIN, RULES), bundle(main, RULES))))
			.containsExactly(Message.of("revisions.risk.reach", 2, 1, "eu"),
					Message.of("revisions.risk.jobs-removed", "old", 2));
	}

	@Test
	void whenReplicaHadNothingThenItsFirstConfigurationIsNamed() {
		assertThat(risk(effect("eu-0", HeadBundles.NOTHING, bundle(MAIN, RULES)))).containsExactly(
				Message.of("revisions.risk.reach", 1, 1, "eu"), Message.of("revisions.risk.first-configuration", 1),
				Message.of("revisions.risk.jobs-added", "node, old", 1),
				Message.of("revisions.risk.alerts-added", "nodes/Down, nodes/Slow", 1),
				Message.of("revisions.risk.recordings-added", "nodes/cpu", 1));
	}

	@Test
	void whenOtherFilesChangeThenTheyAreNamed() {
		Bundle before = Bundle.of(Map.of(Bundle.MAIN_FILE, MAIN, "targets/a.yml", "- targets: [a]\n"));
		Bundle after = Bundle.of(Map.of(Bundle.MAIN_FILE, MAIN, "targets/b.yml", "- targets: [b]\n"));
		assertThat(risk(effect("eu-0", before, after))).contains(
				Message.of("revisions.risk.files-removed", "targets/a.yml", 1),
				Message.of("revisions.risk.files-added", "targets/b.yml", 1));
	}

	@Test
	void whenManyNamesAreMeantThenFiveAreShownAndTheirNumber() {
		StringBuilder jobs = new StringBuilder(MAIN);
		for (int job = 1; job <= 7; job++) {
			jobs.append("  - job_name: new-").append(job).append('\n');
		}
		assertThat(risk(effect("eu-0", bundle(MAIN, RULES), bundle(jobs.toString(), RULES))))
			.contains(Message.of("revisions.risk.jobs-added", "new-1, new-2, new-3, new-4, new-5, … (7)", 1));
	}

	@Test
	void whenAPolicyElsewhereIsKeptBackThenTheReviewSaysSo() {
		Effect effect = new Effect(List.of(), List.of(), List.of(),
				List.of(new KeptBack("broken", false, Instead.LAST_GOOD), new KeptBack("mine", true, Instead.NOTHING)),
				"stamp");
		assertThat(Risk.of(effect)).contains(Message.of("revisions.risk.kept-back-last-good", "broken"))
			.doesNotContain(Message.of("revisions.risk.kept-back-nothing", "mine"));
	}

	private static List<Message> risk(ReplicaEffect... effects) {
		return Risk.of(new Effect(List.of(effects), List.of(), List.of(), List.of(), "stamp"));
	}

	private static Bundle bundle(String main, String rules) {
		return Bundle.of(Map.of(Bundle.MAIN_FILE, main, "rules/nodes.yml", rules));
	}

	private static ReplicaEffect effect(String name, Bundle before, Bundle after) {
		Replica replica = new Replica(UUID.randomUUID(), EU.id(), name, URI.create("http://127.0.0.1:9090"),
				new TreeMap<>(), ReplicaAccess.OPEN, new DirectoryTarget("/srv", "/srv", "0644", ""), "3.5.0", 0);
		return new ReplicaEffect(replica, EU, before, after);
	}

}
