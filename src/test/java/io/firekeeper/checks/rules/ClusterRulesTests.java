package io.firekeeper.checks.rules;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.checks.CheckSubject;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterRulesTests {

	private static final Cluster CLUSTER = new Cluster(new UUID(0, 1), "eu", ClusterKind.PROMETHEUS, new TreeMap<>(),
			0);

	private static final PolicyDocument OTHERS = policy("RuleGroups", "others", """
			spec:
			  groups:
			    - name: g
			      rules:
			        - alert: Old
			          expr: job:errors:rate5m > 1
			          for: 0s
			          labels: {region: eu}
			""");

	private static final PolicyDocument RECORDS = policy("RuleGroups", "records", """
			spec:
			  groups:
			    - name: g
			      rules:
			        - record: job:errors:rate5m
			          expr: sum by (job) (rate(errors_total[1m]))
			""");

	@Test
	void whenAChangeRemovesWhatOthersReadThenOnlyThatIsFoundThere() {
		assertThat(found(List.of(OTHERS), List.of(OTHERS, RECORDS), Set.of("records")))
			.containsExactly("others 10:17 removed-dependency.record");
	}

	@Test
	void whenAPolicyIsEditedThenAllOfItIsFound() {
		assertThat(found(List.of(OTHERS, RECORDS), List.of(OTHERS, RECORDS), Set.of("records")))
			.containsExactly("records 10:49 short-window.short", "records 9:19 record-name.window");
	}

	@Test
	void whenTheExternalLabelsChangeThenCollisionsAreFoundEverywhere() {
		PolicyDocument global = policy("Global", "globals", """
				spec: {global: {external_labels: {region: us}}}
				checks: {severity: {external-label: error, short-window: off}}
				""");
		assertThat(found(List.of(OTHERS, RECORDS, global), List.of(OTHERS, RECORDS), Set.of("globals")))
			.containsExactly("others 12:28 external-label.hidden");
	}

	@Test
	void whenTheJobsChangeThenOnlyWhatThatBringsIsFoundInOthers() {
		PolicyDocument jobs = policy("ScrapeJobs", "jobs", "spec: []\n");
		assertThat(found(List.of(RECORDS, jobs), List.of(RECORDS), Set.of("jobs"), "{}", "{}")).isEmpty();
		assertThat(found(List.of(RECORDS, jobs), List.of(RECORDS), Set.of("jobs"), "{global: {scrape_interval: 15s}}",
				"{global: {scrape_interval: 40s}}"))
			.containsExactly("records 10:49 short-window.short");
	}

	@Test
	void whenADemandIsNewThenItIsFoundEverywhere() {
		PolicyDocument demanding = policy("Global", "globals",
				"checks: {require_labels: [{name: team}]}\nspec: {global: {}}\n");
		assertThat(found(List.of(OTHERS, demanding), List.of(OTHERS), Set.of("globals")))
			.contains("others 9:18 required-label.missing");
		assertThat(found(List.of(OTHERS, demanding), List.of(OTHERS, demanding), Set.of("globals")))
			.doesNotContain("others 9:18 required-label.missing");
	}

	@Test
	void whenAPolicyHasSettingsThenItsFindingsFollow() {
		PolicyDocument own = policy("RuleGroups", "records", """
				checks: {severity: {record-name: off, short-window: off}, names: [{records: 'x:.*'}]}
				spec: {groups: [{name: g, rules: [{record: job:errors:rate5m, expr: 'rate(errors_total[1m])'}]}]}
				""");
		assertThat(found(List.of(own), List.of(), Set.of("records")))
			.containsExactly("records 6:44 name-convention.record");
	}

	@Test
	void whenSettingsStandInAPolicyWithoutRulesThenThatIsFound() {
		PolicyDocument jobs = policy("ScrapeJobs", "jobs", "checks: {range: {max: 1d}}\nspec: []\n");
		assertThat(new PolicySettings().check(jobs)).extracting(Rules::line)
			.containsExactly("WARNING 5:9 no-effect [ScrapeJobs]");
		assertThat(new PolicySettings().check(OTHERS)).isEmpty();
	}

	private static List<String> found(List<PolicyDocument> policies, List<PolicyDocument> before, Set<String> edited) {
		boolean relabelled = policies.stream().anyMatch((policy) -> policy.name().equals("globals"));
		String configuration = relabelled ? "global: {external_labels: {region: us}}" : "{}";
		return found(policies, before, edited, "{}", configuration);
	}

	private static List<String> found(List<PolicyDocument> policies, List<PolicyDocument> before, Set<String> edited,
			String earlier, String configuration) {
		List<RenderedReplica> rendered = Stream.of("eu-0", "eu-1")
			.map((name) -> rendered(name, configuration))
			.toList();
		CheckSubject subject = new CheckSubject(CLUSTER, policies, rendered, before,
				Stream.of("eu-0", "eu-1").map((name) -> rendered(name, earlier)).toList(), edited);
		return new ClusterRules().check(subject)
			.stream()
			.map((finding) -> finding.policy() + " " + finding.line() + ":" + finding.column() + " " + finding.check()
					+ "." + finding.code())
			.toList();
	}

	private static RenderedReplica rendered(String name, String configuration) {
		Replica replica = new Replica(new UUID(0, name.hashCode()), CLUSTER.id(), name,
				URI.create("http://127.0.0.1:9090"), new TreeMap<>(), ReplicaAccess.OPEN,
				new DirectoryTarget("/tmp", "/tmp", "0644", ""), "3.5.0", 0);
		return new RenderedReplica(replica,
				(YamlMapping) Objects.requireNonNull(Yaml.read(configuration, Yaml.USER_LIMIT).root()), Map.of());
	}

	private static PolicyDocument policy(String kind, String name, String rest) {
		String envelope = "kind: %s\nname: %s\nteam: platform\nclusters: {matchLabels: {}}\n".formatted(kind, name);
		return Objects.requireNonNull(PolicyReader.readEnvelope(envelope + rest).document());
	}

}
