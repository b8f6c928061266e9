package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.firekeeper.checks.CheckSubject;
import io.firekeeper.checks.Checks;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Position;
import io.firekeeper.revisions.compile.Compilation.Instead;
import io.firekeeper.revisions.compile.Compilation.KeptBack;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompilerTests {

	private final Compiler compiler = compiler();

	@Test
	void whenTheDemoIsCompiledThenEveryReplicaGetsItsFiles() {
		Compilation compilation = compile(DemoPolicies.ALL);
		assertThat(lines(compilation.findings())).isEmpty();
		assertThat(compilation.replicas()).extracting((files) -> files.replica().name())
			.containsExactly("eu-0", "eu-1", "us-0");
		assertThat(file(compilation, "eu-1", Bundle.MAIN_FILE)).isEqualTo("""
				# Rendered by Firekeeper. Edit its policies: changes made here are lost.
				global:
				  scrape_interval: 15s
				  external_labels:
				    cluster: eu
				    region: eu-west-1
				    replica: eu-1
				storage:
				  tsdb:
				    out_of_order_time_window: 30m
				rule_files:
				  - rules/node-rules.yml
				alerting:
				  alert_relabel_configs:
				    - regex: replica
				      action: labeldrop
				    - action: labeldrop
				      regex: pod
				  alertmanagers:
				    - static_configs:
				        - targets:
				            - am-0.eu.example:9093
				scrape_configs:
				  - job_name: node
				    basic_auth:
				      username: scraper
				      password: $(secret.scraper)
				    file_sd_configs:
				      - files:
				          - targets/node.13216164.yml
				""");
		assertThat(file(compilation, "eu-1", "targets/node.13216164.yml"))
			.isEqualTo("- targets: [10.0.0.1:9100] # rack 1\n");
		assertThat(file(compilation, "eu-0", "rules/node-rules.yml")).isEqualTo("""
				# Rendered by Firekeeper from the policy node-rules. Edit the policy: changes made here are lost.
				groups:
				  - name: node
				    rules:
				      - alert: NodeDown
				        expr: up{job="node", region="eu-west-1"} == 0
				        for: 5m
				        labels:
				          severity: page
				        annotations:
				          summary: "{{ $labels.instance }} in eu is down"
				""");
		assertThat(bundle(compilation, "us-0").files()).containsOnlyKeys(Bundle.MAIN_FILE, "targets/node.13216164.yml");
	}

	@Test
	void whenTheInputIsShuffledThenTheBytesAreTheSame() {
		List<ReplicaFiles> expected = compile(DemoPolicies.ALL).replicas();
		for (int seed = 0; seed < 20; seed++) {
			Random random = new Random(seed);
			DesiredState shuffled = new DesiredState(shuffled(Fleets.CLUSTERS, random),
					shuffled(Fleets.REPLICAS, random), shuffled(DemoPolicies.ALL, random), Set.of("scraper"));
			assertThat(this.compiler.compile(shuffled).replicas()).isEqualTo(expected);
		}
	}

	@Test
	void whenOtherFleetsWereCompiledBeforeThenNothingOfThemShows() {
		List<DesiredState> states = variety();
		Random random = new Random(7);
		for (int round = 0; round < 100; round++) {
			DesiredState state = states.get(random.nextInt(states.size()));
			assertThat(this.compiler.compile(state)).isEqualTo(compiler().compile(state));
		}
	}

	/** The demo, edited, broken, with other labels, another version and other names. */
	private static List<DesiredState> variety() {
		String rules = DemoPolicies.NODE_RULES;
		List<DesiredState> states = new ArrayList<>();
		for (List<DesiredPolicy> policies : List.of(DemoPolicies.ALL,
				with(Fleets.edited("node-rules", rules.replace("== 0", "< 1"), rules)),
				with(Fleets.edited("node-rules", rules.replace("== 0", "=="), rules)),
				with(Fleets.edited("node-rules", rules.replace("$(cluster.region)", "$(cluster.regoin)"), rules)),
				with(Fleets.created("more-rules", rules)), with(Fleets.edited("node-rules",
						rules.replace("region=\"$(cluster.region)\"", "zone=\"a\""), rules)))) {
			states.add(Fleets.state(policies.toArray(DesiredPolicy[]::new)));
			states.add(new DesiredState(List.of(Fleets.cluster("eu", Map.of("env", "prod", "region", "eu-south"))),
					List.of(Fleets.replica(Fleets.EU, "eu-0", Map.of())), policies, Set.of()));
		}
		return states;
	}

	@Test
	void whenNothingReachesAClusterThenItsConfigurationIsMinimalAndNotEmpty() {
		Compilation compilation = compile(List.of(Fleets.edited("node-rules",
				DemoPolicies.NODE_RULES.replace("cluster: eu", "cluster: asia"), DemoPolicies.NODE_RULES)));
		assertThat(file(compilation, "eu-0", Bundle.MAIN_FILE)).isEqualTo("""
				# Rendered by Firekeeper. Edit its policies: changes made here are lost.
				global: {}
				""");
		assertThat(lines(compilation.findings())).containsExactly("WARNING - 0 reach.empty-cluster [eu]",
				"WARNING node-rules 2 reach.nothing []");
		assertThat(compilation.submittable()).isTrue();
	}

	@Test
	void whenAnEditedPolicyIsBrokenThenItBlocksAndItsBaseIsRendered() {
		String broken = DemoPolicies.NODE_RULES.replace("$(cluster.region)", "$(cluster.regoin)");
		Compilation compilation = compile(with(Fleets.edited("node-rules", broken, DemoPolicies.NODE_RULES)));
		assertThat(lines(compilation.blocking()))
			.containsExactly("ERROR node-rules 10 unknown-variable.cluster [$(cluster.regoin), regoin, eu]");
		assertThat(compilation.keptBack()).containsExactly(new KeptBack("node-rules", true, Instead.LAST_GOOD));
		assertThat(compilation.replicas()).isEqualTo(compile(DemoPolicies.ALL).replicas());
	}

	@Test
	void whenAnEditIsKeptBackThenItIsCheckedAsItIsWritten() {
		List<CheckSubject> subjects = new ArrayList<>();
		Compiler checking = new Compiler(new Checks(List.of(), List.of((subject) -> {
			subjects.add(subject);
			return List.of(Finding.in("node-rules", new Position(9, 3), Severity.WARNING, "some", "check"));
		})));
		String broken = DemoPolicies.NODE_RULES.replace("$(cluster.region)", "$(cluster.regoin)");
		Compilation kept = checking.compile(Fleets
			.state(with(Fleets.edited("node-rules", broken, DemoPolicies.NODE_RULES)).toArray(DesiredPolicy[]::new)));
		assertThat(subjects.getFirst().edited()).containsExactly("node-rules");
		assertThat(subjects.getFirst().policies()).filteredOn((policy) -> policy.name().equals("node-rules"))
			.singleElement()
			.satisfies((policy) -> assertThat(policy.spec().toString()).contains("regoin"));
		assertThat(lines(kept.findings())).contains("WARNING node-rules 9 some.check []");
		Compilation illegible = checking
			.compile(Fleets.state(with(Fleets.edited("node-rules", "kind: RuleGroups\nname:", DemoPolicies.NODE_RULES))
				.toArray(DesiredPolicy[]::new)));
		assertThat(subjects.getLast().edited()).isEmpty();
		assertThat(lines(illegible.findings())).contains("WARNING node-rules 0 some.check []");
		Compilation good = checking.compile(Fleets.state(with(
				Fleets.edited("node-rules", DemoPolicies.NODE_RULES.replace("== 0", "< 1"), DemoPolicies.NODE_RULES))
			.toArray(DesiredPolicy[]::new)));
		assertThat(subjects.getLast().edited()).containsExactly("node-rules");
		assertThat(lines(good.findings())).contains("WARNING node-rules 9 some.check []");
	}

	@Test
	void whenGlobalsAreEditedThenChecksKnowHowReplicasWereBefore() {
		List<CheckSubject> subjects = new ArrayList<>();
		Compiler checking = new Compiler(new Checks(List.of(), List.of((subject) -> {
			subjects.add(subject);
			return List.of();
		})));
		checking.compile(Fleets
			.state(with(Fleets.edited("defaults", DemoPolicies.DEFAULTS.replace("15s", "30s"), DemoPolicies.DEFAULTS))
				.toArray(DesiredPolicy[]::new)));
		CheckSubject subject = subjects.getFirst();
		assertThat(subject.rendered().getFirst().configuration().toString()).contains("text=30s");
		assertThat(subject.renderedBefore().getFirst().configuration().toString()).contains("text=15s");
	}

	@Test
	void whenANewPolicyIsBrokenThenItBlocksAndTheRestIsRendered() {
		Compilation compilation = compile(with(Fleets.created("more", "kind: Global\nname: more\n")));
		assertThat(compilation.submittable()).isFalse();
		assertThat(compilation.keptBack()).containsExactly(new KeptBack("more", true, Instead.NOTHING));
		assertThat(compilation.replicas()).isEqualTo(compile(DemoPolicies.ALL).replicas());
	}

	@Test
	void whenAnotherPolicyIsBrokenThenItStaysAtItsLastGoodVersionAndTheChangeGoesOn() {
		String broken = DemoPolicies.NODES.replace("$(secret.scraper)", "$(secret.gone)");
		Compilation compilation = compile(with(new DesiredPolicy("nodes", broken, DemoPolicies.NODES, false)));
		assertThat(compilation.submittable()).isTrue();
		assertThat(compilation.keptBack()).containsExactly(new KeptBack("nodes", false, Instead.LAST_GOOD));
		assertThat(lines(compilation.findings())).containsExactly(
				"ERROR nodes 7 unknown-variable.secret [$(secret.gone), gone, ]",
				"WARNING nodes 0 isolation.kept [nodes]");
		assertThat(compilation.replicas()).isEqualTo(compile(DemoPolicies.ALL).replicas());
	}

	@Test
	void whenAnotherPolicyHasNoVersionThatWorksThenOnlyItsClustersStayAsTheyAre() {
		String stuck = DemoPolicies.NODE_RULES.replace("$(cluster.region)", "$(cluster.gone)");
		String elsewhere = """
				kind: ScrapeJobs
				name: extra
				team: web
				clusters: {matchLabels: {cluster: us}}
				spec: [{job_name: extra}]
				""";
		Compilation compilation = compile(
				with(Fleets.unchanged("node-rules", stuck), Fleets.created("extra", elsewhere)));
		assertThat(compilation.submittable()).isTrue();
		assertThat(compilation.unrendered()).containsExactly(Fleets.EU.id());
		assertThat(compilation.replicas()).extracting((files) -> files.replica().name()).containsExactly("us-0");
		assertThat(lines(compilation.findings())).contains("ERROR node-rules 0 isolation.stuck [node-rules, eu]");
		assertThat(compile(with(Fleets.unchanged("node-rules", stuck),
				Fleets.created("extra", elsewhere.replace("cluster: us", "cluster: eu"))))
			.submittable()).isFalse();
	}

	@Test
	void whenTwoPoliciesDefineTheSameJobThenTheEditedOneLosesAndBothAreNamed() {
		String other = """
				kind: ScrapeJobs
				name: a-nodes
				team: web
				clusters: {matchLabels: {cluster: us}}
				spec:
				  - job_name: blackbox
				  - job_name: node
				""";
		Compilation compilation = compile(with(Fleets.created("a-nodes", other)));
		assertThat(lines(compilation.blocking())).containsExactly("ERROR a-nodes 7 collision.job [node, nodes, us]");
		assertThat(compilation.replicas()).isEqualTo(compile(DemoPolicies.ALL).replicas());
	}

	@Test
	void whenTwoPoliciesDefineTheSameFieldThenItIsAnErrorAndOtherFieldsMerge() {
		String clash = """
				kind: Global
				name: slow
				team: web
				clusters: {matchLabels: {}}
				spec:
				  global:
				    evaluation_interval: 30s
				    scrape_interval: 30s
				    external_labels: {region: here}
				  storage: {tsdb: {out_of_order_time_window: 1h}}
				""";
		assertThat(lines(compile(with(Fleets.created("slow", clash))).blocking())).containsExactly(
				"ERROR slow 8 collision.field [global.scrape_interval, defaults, eu]",
				"ERROR slow 9 collision.field [global.external_labels.region, defaults, eu]",
				"ERROR slow 10 collision.field [storage.tsdb.out_of_order_time_window, defaults, eu]");
		String merging = clash.replace("    scrape_interval: 30s\n", "")
			.replace("region: here", "tier: one")
			.replace("tsdb: {out_of_order_time_window: 1h}", "exemplars: {max_exemplars: 9}");
		Compilation merged = compile(with(Fleets.created("slow", merging)));
		assertThat(lines(merged.findings())).isEmpty();
		assertThat(file(merged, "us-0", Bundle.MAIN_FILE)).startsWith("""
				# Rendered by Firekeeper. Edit its policies: changes made here are lost.
				global:
				  scrape_interval: 15s
				  external_labels:
				    cluster: us
				    region: us-east-1
				    replica: us-0
				    tier: one
				  evaluation_interval: 30s
				storage:
				  tsdb:
				    out_of_order_time_window: 30m
				  exemplars:
				    max_exemplars: 9
				""");
	}

	@Test
	void whenTheReplicaLabelIsSetElsewhereThenItIsAnError() {
		String labelled = DemoPolicies.DEFAULTS.replace("region: $(cluster.region)", "replica: mine");
		Compilation compilation = compile(with(Fleets.edited("defaults", labelled, DemoPolicies.DEFAULTS)));
		assertThat(lines(compilation.blocking()))
			.containsExactly("ERROR defaults 11 collision.field [global.external_labels.replica, pairs, eu]");
		Compilation twice = compile(
				with(Fleets.created("pairs-too", DemoPolicies.PAIRS.replace("name: pairs", "name: pairs-too"))));
		assertThat(lines(twice.blocking())).contains("ERROR pairs-too 2 collision.high-availability [, pairs, eu]");
	}

	@Test
	void whenTwoPoliciesBringTheSameFileThenItIsAnError() {
		String other = DemoPolicies.NODES.replace("name: nodes", "name: others")
			.replace("job_name: node", "job_name: other");
		assertThat(lines(compile(with(Fleets.created("others", other))).blocking()))
			.contains("ERROR others 2 collision.file [targets/node.yml, nodes, eu]");
	}

	@Test
	void whenAFileChangesThenItsNameAndEveryReferenceChange() {
		String policy = """
				kind: ScrapeJobs
				name: globs
				team: platform
				clusters: {matchLabels: {cluster: us}}
				spec:
				  - job_name: a
				    authorization: {credentials_file: token}
				    file_sd_configs: [{files: [targets/*.yml, ./targets/b.json]}]
				    static_configs: [{targets: [x:1], labels: {log_file: token}}]
				files:
				  token: $(secret.scraper)
				  targets/a1.yml: |
				    - targets: ['$(replica.name):9100'] # own
				  targets/a2.yml: "[]"
				  targets/b.json: "[]"
				""";
		Compilation compilation = compile(List.of(Fleets.created("globs", policy)));
		assertThat(lines(compilation.findings())).isEmpty();
		assertThat(bundle(compilation, "us-0").files()).containsOnlyKeys(Bundle.MAIN_FILE, "targets/a1.e4fa668a.yml",
				"targets/a2.4f53cda1.yml", "targets/b.4f53cda1.json", "token.705437e7");
		assertThat(file(compilation, "us-0", "targets/a1.e4fa668a.yml")).isEqualTo("""
				- targets:
				    - us-0:9100
				""");
		assertThat(file(compilation, "us-0", "token.705437e7")).isEqualTo("$(secret.scraper)");
		assertThat(file(compilation, "us-0", Bundle.MAIN_FILE)).contains("credentials_file: token.705437e7", """
				      - files:
				          - targets/a1.e4fa668a.yml
				          - targets/a2.4f53cda1.yml
				          - targets/b.4f53cda1.json
				""", "log_file: token\n");
	}

	@Test
	void whenPrometheusAcceptsWhatDeservesALookThenItIsAWarningAndThePolicyShips() {
		var cluster = Fleets.cluster("ec2", Map.of());
		String policy = """
				kind: ScrapeJobs
				name: instances
				team: platform
				clusters: {matchLabels: {cluster: ec2}}
				spec:
				  - job_name: ec2
				    ec2_sd_configs: [{port: 9100}]
				""";
		DesiredState state = new DesiredState(List.of(cluster), List.of(Fleets.replica(cluster, "ec2-0", Map.of())),
				List.of(Fleets.edited("instances", policy, policy.replace("9100", "9101"))), Set.of());
		Compilation compilation = this.compiler.compile(state);
		assertThat(lines(compilation.findings())).contains("WARNING instances 7 schema.region-from-metadata []");
		assertThat(file(compilation, "ec2-0", Bundle.MAIN_FILE)).contains("ec2_sd_configs");
	}

	@Test
	void whenVariablesStandInExpressionsThenOnlyLiteralsTakeThem() {
		Map<String, String> labels = Map.of("odd", "a\"b\\c'd`e");
		var cluster = Fleets.cluster("odd", labels);
		String policy = """
				kind: RuleGroups
				name: odd
				team: platform
				clusters: {matchLabels: {cluster: odd}}
				spec:
				  groups:
				    - name: g
				      rules:
				        - {record: a, expr: 'up{a="$(cluster.odd)"} # $(cluster.odd)'}
				        - {record: b, expr: "up{a='$(cluster.odd)', b=~\\"$(POD)\\"}"}
				        - {record: c, expr: 'up{a="x\\"y$(cluster.name)"} == $(cluster.name)'}
				        - {record: d, expr: 'up{a=`$(cluster.odd)`}'}
				        - {record: e, expr: 'up{a="$(secret.scraper)"}'}
				""";
		String good = policy.substring(0, policy.indexOf("        - {record: c"));
		DesiredState state = new DesiredState(List.of(cluster), List.of(Fleets.replica(cluster, "odd-0", Map.of())),
				List.of(Fleets.edited("odd", policy, good)), Set.of("scraper"));
		Compilation compilation = this.compiler.compile(state);
		assertThat(lines(compilation.findings())).containsExactly(
				"ERROR odd 11 unknown-variable.outside-literal [$(cluster.name), odd]",
				"ERROR odd 12 unknown-variable.backquote [$(cluster.odd), odd]",
				"ERROR odd 13 unknown-variable.secret-in-expression [$(secret.scraper), ]",
				"INFO odd 10 unknown-variable.foreign [$(POD)]");
		assertThat(file(compilation, "odd-0", "rules/odd.yml"))
			.contains("'up{a=\"a\\\"b\\\\c''d`e\"} # $(cluster.odd)'", "up{a='a\"b\\\\c\\'d`e', b=~\"$(POD)\"}");
	}

	@Test
	void whenAnEscapeHidesAVariableThenEveryReplicaHasItsOwnValue() {
		String policy = """
				kind: ScrapeJobs
				name: hidden
				team: platform
				clusters: {matchLabels: {cluster: eu}}
				spec:
				  - job_name: "$\\x28replica.name)"
				""";
		Compilation compilation = compile(List.of(Fleets.edited("hidden", policy, policy)));
		assertThat(file(compilation, "eu-0", Bundle.MAIN_FILE)).contains("job_name: eu-0");
		assertThat(file(compilation, "eu-1", Bundle.MAIN_FILE)).contains("job_name: eu-1");
	}

	@Test
	void whenAnEditChangesNameKindOrTeamThenItIsRefused() {
		String moved = DemoPolicies.PAIRS.replace("name: pairs", "name: twins")
			.replace("team: platform", "team: web")
			.replace("kind: HighAvailability", "kind: Global")
			.replace("  replicaLabel: replica", "  global: {}");
		assertThat(lines(compile(with(Fleets.edited("pairs", moved, DemoPolicies.PAIRS))).blocking())).containsExactly(
				"ERROR pairs 2 identity.kind [pairs, HighAvailability, Global]",
				"ERROR pairs 2 identity.name [pairs, pairs, twins]",
				"ERROR pairs 2 identity.team [pairs, platform, web]");
	}

	@Test
	void whenAPolicyIsDeletedThenItIsGoneAndNothingIsKeptBack() {
		Compilation compilation = compile(with(new DesiredPolicy("node-rules", null, DemoPolicies.NODE_RULES, true)));
		assertThat(lines(compilation.findings())).isEmpty();
		assertThat(compilation.keptBack()).isEmpty();
		assertThat(bundle(compilation, "eu-0").files()).containsOnlyKeys(Bundle.MAIN_FILE, "targets/node.13216164.yml");
	}

	@Test
	void whenValuesWouldReadAsOtherTypesThenTheyStayStrings() {
		var cluster = Fleets.cluster("typed", Map.of("nothing", "", "tilde", "~", "colon", "a: b # c"));
		String policy = """
				kind: Global
				name: typed
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  global:
				    external_labels: {a: $(cluster.nothing), b: $(cluster.tilde), c: $(cluster.colon)}
				""";
		Compilation compilation = this.compiler
			.compile(new DesiredState(List.of(cluster), List.of(Fleets.replica(cluster, "typed-0", Map.of())),
					List.of(Fleets.created("typed", policy)), Set.of()));
		assertThat(file(compilation, "typed-0", Bundle.MAIN_FILE)).endsWith("""
				  external_labels:
				    a: ""
				    b: "~"
				    c: "a: b # c"
				""");
	}

	@Test
	void whenAValueHasAVariableItselfThenNoSecretIsReachedThroughIt() {
		var cluster = Fleets.cluster("sly", Map.of("region", "$(secret.scraper)"));
		DesiredState state = new DesiredState(List.of(cluster), List.of(Fleets.replica(cluster, "sly-0", Map.of())),
				List.of(Fleets.created("defaults", DemoPolicies.DEFAULTS.replace("{env: prod}", "{}"))),
				Set.of("scraper"));
		assertThat(lines(this.compiler.compile(state).blocking()))
			.containsExactly("ERROR defaults 11 unknown-variable.in-value [$(cluster.region), sly]");
	}

	@Test
	void whenAValueIsWrongForItsFieldThenItIsFoundWhereTheVariableStands() {
		String typed = DemoPolicies.DEFAULTS.replace("scrape_interval: 15s", "scrape_interval: $(cluster.region)");
		assertThat(lines(compile(with(Fleets.edited("defaults", typed, DemoPolicies.DEFAULTS))).blocking()))
			.contains("ERROR defaults 8 schema.not-duration [eu-west-1]");
	}

	private Compilation compile(List<DesiredPolicy> policies) {
		return this.compiler.compile(Fleets.state(policies.toArray(DesiredPolicy[]::new)));
	}

	private static Compiler compiler() {
		return new Compiler(new Checks(List.of(), List.of()));
	}

	private static List<DesiredPolicy> with(DesiredPolicy... policies) {
		List<DesiredPolicy> all = new ArrayList<>(DemoPolicies.ALL);
		for (DesiredPolicy policy : policies) {
			all.removeIf((present) -> present.name().equals(policy.name()));
			all.add(policy);
		}
		return all;
	}

	private static <T> List<T> shuffled(List<T> list, Random random) {
		List<T> copy = new ArrayList<>(list);
		Collections.shuffle(copy, random);
		return copy;
	}

	private static Bundle bundle(Compilation compilation, String replica) {
		return compilation.replicas()
			.stream()
			.filter((bundle) -> bundle.replica().name().equals(replica))
			.findFirst()
			.orElseThrow()
			.bundle();
	}

	private static String file(Compilation compilation, String replica, String path) {
		return bundle(compilation, replica).files().getOrDefault(path, "there is no " + path);
	}

	private static List<String> lines(List<Finding> findings) {
		return findings.stream()
			.map((finding) -> finding.severity() + " " + ((finding.policy() != null) ? finding.policy() : "-") + " "
					+ finding.line() + " " + finding.check() + "." + finding.code() + " " + finding.arguments())
			.toList();
	}

}
