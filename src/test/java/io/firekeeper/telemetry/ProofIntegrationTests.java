package io.firekeeper.telemetry;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.ReloadOutcome;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.telemetry.Observation.Kind;
import io.firekeeper.telemetry.Observation.Outcome;
import io.firekeeper.telemetry.ReplicaStatus.Config;
import io.firekeeper.telemetry.ReplicaStatus.Health;
import io.firekeeper.testing.FleetFixture;
import io.firekeeper.testing.HostileReplica;
import io.firekeeper.testing.HostileReplica.Behaviour;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.ManagedPrometheus;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proofs on real Prometheus processes, and on one that lies.
 */
@IntegrationTest
@Import(FleetFixture.class)
class ProofIntegrationTests {

	private static final String MAIN = """
			global:
			  scrape_interval: 5s
			  evaluation_interval: 90s
			  external_labels: {cluster: eu, replica: eu-0}
			rule_files:
			  - rules/*.yml
			scrape_configs:
			  - job_name: node
			    scrape_timeout: 3s
			    static_configs:
			      - targets: ['127.0.0.1:1']
			        labels: {team: platform}
			    relabel_configs:
			      - {source_labels: [__address__], target_label: node, regex: '(.*):.*'}
			""";

	private static final String RULES = """
			groups:
			  - name: node
			    interval: 1m30s
			    rules:
			      - record: job:up:sum
			        expr: sum(up{job="node"})by(job)
			      - alert: NodeDown
			        expr: up{job="node"}==0
			        for: 5m
			        labels: {severity: page}
			        annotations: {summary: "{{ $labels.instance }} is down"}
			  - name: second
			    rules:
			      - record: job:up:avg
			        expr: avg by (job) (up)
			""";

	/** As 3.5 prints it, since a hostile replica prints its file as it is. */
	private static final String PRINTED = """
			global:
			  scrape_interval: 5s
			  scrape_timeout: 5s
			  scrape_protocols: &protocols
			  - OpenMetricsText1.0.0
			  - OpenMetricsText0.0.1
			  - PrometheusText1.0.0
			  - PrometheusText0.0.4
			  evaluation_interval: 1m30s
			runtime:
			  gogc: 75
			rule_files:
			- %s/current/rules/*.yml
			scrape_configs:
			- job_name: node
			  honor_timestamps: true
			  track_timestamps_staleness: false
			  scrape_interval: 5s
			  scrape_timeout: 5s
			  scrape_protocols: *protocols
			  always_scrape_classic_histograms: false
			  convert_classic_histograms_to_nhcb: false
			  metrics_path: /metrics
			  scheme: http
			  enable_compression: true
			  metric_name_validation_scheme: utf8
			  metric_name_escaping_scheme: allow-utf-8
			  follow_redirects: true
			  enable_http2: true
			  static_configs:
			  - targets:
			    - 127.0.0.1:1
			otlp:
			  translation_strategy: UnderscoreEscapingWithSuffixes
			""";

	@Autowired
	private FleetFixture fleet;

	@Autowired
	private Delivery delivery;

	@Autowired
	private Telemetry telemetry;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private MockMvcTester mvc;

	@TempDir
	private Path workspace;

	private final List<Replica> registered = new ArrayList<>();

	private long epoch;

	/** Nobody probes in the background what is gone. */
	@AfterEach
	void forget() {
		this.registered.forEach(this.fleet::remove);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenDeliveredAndReloadedThenAllFiveObservationsAgree(String version) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			assertThat(replica.prometheusVersion()).startsWith(version);
			Proof proof = rollOut(replica, bundle(MAIN, RULES));
			assertThat(proof.observations()).extracting(Observation::kind).containsExactly(Kind.values());
			assertThat(proof.observations()).allSatisfy(
					(observation) -> assertThat(observation.outcome()).as("%s", observation).isEqualTo(Outcome.AGREES));
			assertThat(proof.holds()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTheSameIsDeliveredAgainThenItIsProvenAgain(String version) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			assertThat(rollOut(replica, bundle(MAIN, RULES)).holds()).isTrue();
			assertThat(rollOut(replica, bundle(MAIN, RULES)).holds()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenAnExpressionIsBrokenThenTheReplicasOwnWordsAreTold(String version) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			rollOut(replica, bundle(MAIN, RULES));
			Proof proof = rollOut(replica, bundle(MAIN.replace("eu-0", "eu-1"), RULES.replace("avg by", "avg bye")));
			assertThat(proof.holds()).isFalse();
			assertObservation(proof, Kind.BYTES, Outcome.AGREES, "telemetry.proof.bytes.agrees");
			assertObservation(proof, Kind.RELOAD, Outcome.DIFFERS, "telemetry.proof.reload.rejected");
			assertThat(of(proof, Kind.RELOAD).message().arguments()).first().isEqualTo("500");
			assertThat(of(proof, Kind.RELOAD).message().arguments().get(1)).contains("failed to reload config");
			assertObservation(proof, Kind.RELOAD_COUNTED, Outcome.DIFFERS, "telemetry.proof.counted.failed");
			assertThat(of(proof, Kind.RULES).outcome()).isNotEqualTo(Outcome.AGREES);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTheReplicaRefusesTheConfigurationThenTheOldOneIsSeen(String version) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			rollOut(replica, bundle(MAIN, RULES));
			Proof proof = rollOut(replica, bundle(MAIN.replace("scrape_timeout: 3s", "scrape_timeout: 30s"), RULES));
			assertObservation(proof, Kind.RELOAD, Outcome.DIFFERS, "telemetry.proof.reload.rejected");
			assertThat(of(proof, Kind.RELOAD).message().arguments().get(1)).contains("scrape timeout");
			assertObservation(proof, Kind.CONFIGURATION, Outcome.DIFFERS, "telemetry.proof.configuration.differs");
			assertThat(proof.holds()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenARuleFileIsMissingThenTheAcceptedReloadIsNoProof(String version) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			Proof proof = rollOut(replica,
					Bundle.of(Map.of("prometheus.yml", MAIN.replace("rules/*.yml", "rules/node.yml"))));
			assertObservation(proof, Kind.BYTES, Outcome.AGREES, "telemetry.proof.bytes.agrees");
			assertObservation(proof, Kind.RELOAD, Outcome.AGREES, "telemetry.proof.reload.agrees");
			assertObservation(proof, Kind.RELOAD_COUNTED, Outcome.AGREES, "telemetry.proof.counted.agrees");
			assertObservation(proof, Kind.RULES, Outcome.DIFFERS, "telemetry.proof.rules.differs");
			assertThat(proof.holds()).isFalse();
		}
	}

	@Test
	void whenARuleFileVanishesBeforeTheReloadThenBytesAndRulesDiffer() throws IOException {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			Bundle bundle = bundle(MAIN, RULES);
			ReloadMark mark = this.telemetry.markBeforeReload(replica);
			String digest = push(replica, bundle);
			Files.delete(prometheus.root().resolve("current/rules/node.yml"));
			Proof proof = this.telemetry.prove(replica, bundle, digest, this.delivery.reload(replica), mark);
			assertObservation(proof, Kind.RELOAD, Outcome.AGREES, "telemetry.proof.reload.agrees");
			assertObservation(proof, Kind.BYTES, Outcome.DIFFERS, "telemetry.proof.bytes.differs");
			assertObservation(proof, Kind.RULES, Outcome.DIFFERS, "telemetry.proof.rules.differs");
		}
	}

	@Test
	void whenTheLifecycleApiIsOffThenTheFlagIsNamed() {
		try (ManagedPrometheus prometheus = ManagedPrometheus.startWithoutLifecycle("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			Proof proof = rollOut(replica, bundle(MAIN, RULES));
			assertObservation(proof, Kind.RELOAD, Outcome.DIFFERS, "telemetry.proof.reload.lifecycle-off");
			assertThat(proof.holds()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "3.5" })
	void whenTheReplicaIsKilledInTheMiddleThenNothingIsProvenUntilItIsBack(String version) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			Bundle bundle = bundle(MAIN, RULES);
			ReloadMark mark = this.telemetry.markBeforeReload(replica);
			String digest = push(replica, bundle);
			prometheus.process().kill();
			ReloadOutcome reload = this.delivery.reload(replica);
			assertThat(reload).isInstanceOf(ReloadOutcome.NoAnswer.class);
			Proof proof = this.telemetry.prove(replica, bundle, digest, reload, mark);
			assertThat(proof.holds()).isFalse();
			assertObservation(proof, Kind.BYTES, Outcome.AGREES, "telemetry.proof.bytes.agrees");
			for (Kind kind : new Kind[] { Kind.RELOAD, Kind.RELOAD_COUNTED, Kind.CONFIGURATION, Kind.RULES }) {
				assertThat(of(proof, kind).outcome()).isEqualTo(Outcome.NOT_SEEN);
			}
			prometheus.process().restart();
			ReloadOutcome again = this.delivery.reload(replica);
			Proof afterwards = this.telemetry.prove(replica, bundle, digest, again, mark);
			assertThat(afterwards.holds()).as("%s", afterwards).isTrue();
		}
	}

	@Test
	void whenAReplicaKeepsTheOldConfigurationAndClaimsSuccessThenItIsSeen() {
		Proof proof = lie(Behaviour.KEEPS_OLD_CONFIGURATION);
		assertObservation(proof, Kind.RELOAD, Outcome.AGREES, "telemetry.proof.reload.agrees");
		assertObservation(proof, Kind.RELOAD_COUNTED, Outcome.AGREES, "telemetry.proof.counted.agrees");
		assertObservation(proof, Kind.CONFIGURATION, Outcome.DIFFERS, "telemetry.proof.configuration.differs");
		assertThat(proof.holds()).isFalse();
	}

	@Test
	void whenAReplicaShowsTheNewConfigurationAndRunsTheOldRulesThenItIsSeen() {
		Proof proof = lie(Behaviour.SHOWS_CONFIGURATION_ONLY);
		assertObservation(proof, Kind.CONFIGURATION, Outcome.AGREES, "telemetry.proof.configuration.agrees");
		assertObservation(proof, Kind.RELOAD_COUNTED, Outcome.DIFFERS, "telemetry.proof.counted.same");
		assertObservation(proof, Kind.RULES, Outcome.DIFFERS, "telemetry.proof.rules.differs");
		assertThat(proof.holds()).isFalse();
	}

	@Test
	void whenApplyingFailsThenShowingTheNewConfigurationIsNoProof() {
		Proof proof = lie(Behaviour.APPLY_FAILS);
		assertObservation(proof, Kind.CONFIGURATION, Outcome.AGREES, "telemetry.proof.configuration.agrees");
		assertObservation(proof, Kind.RELOAD, Outcome.DIFFERS, "telemetry.proof.reload.rejected");
		assertObservation(proof, Kind.RELOAD_COUNTED, Outcome.DIFFERS, "telemetry.proof.counted.failed");
		assertThat(proof.holds()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "HTML_PAGE", "WRONG_JSON", "BROKEN_JSON", "GZIP_BOMB", "BREAKS_OFF", "NOT_READY", "REDIRECTS" })
	void whenAReplicaAnswersNonsenseThenOnlyTheBytesAgree(Behaviour behaviour) {
		Proof proof = lie(behaviour);
		assertObservation(proof, Kind.BYTES, Outcome.AGREES, "telemetry.proof.bytes.agrees");
		assertThat(of(proof, Kind.CONFIGURATION).outcome()).isEqualTo(Outcome.NOT_SEEN);
		assertThat(of(proof, Kind.RULES).outcome()).isEqualTo(Outcome.NOT_SEEN);
		assertThat(proof.holds()).isFalse();
	}

	@Test
	void whenAPlausibleReplicaReloadsThenTheProofHolds() {
		Proof proof = lie(Behaviour.PLAUSIBLE);
		assertThat(proof.holds()).as("%s", proof).isTrue();
	}

	@Test
	void whenTheBundleRefersToASecretThenItIsDeliveredInClearProvenAndNeverTold() throws IOException {
		secret("proof-remote", "h0ly-gr4il-of-secrets");
		String remote = MAIN + """
				remote_write:
				  - url: http://127.0.0.1:1/write
				    basic_auth: {username: eu, password: $(secret.proof-remote)}
				""";
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			Proof proof = rollOut(replica, bundle(remote, RULES));
			assertThat(proof.holds()).as("%s", proof).isTrue();
			assertThat(prometheus.root().resolve("current/prometheus.yml")).content().contains("h0ly-gr4il-of-secrets");
			assertThat(proof.toString()).doesNotContain("h0ly-gr4il");
		}
	}

	@Test
	void whenASecretIsMissingThenNothingIsDelivered() {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			Bundle bundle = bundle(MAIN.replace("platform", "$(secret.proof-nowhere)"), RULES);
			assertThat(this.delivery.push(replica, bundle, 1, 1))
				.isEqualTo(new PushOutcome.SecretMissing("proof-nowhere"));
			assertThat(prometheus.root().resolve("current/prometheus.yml")).hasContent("global: {}\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "3.5" })
	void whenProvenThenInSyncAndDriftIsSeen(String version) throws IOException {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start(version, this.workspace)) {
			Replica replica = register(prometheus);
			assertThat(probed(replica).config()).isEqualTo(Config.UNKNOWN);
			Bundle bundle = bundle(MAIN, RULES);
			Proof proof = rollOut(replica, bundle);
			keep(replica, bundle, proof);
			ReplicaStatus status = probed(replica);
			assertThat(status.config()).as("%s", status).isEqualTo(Config.IN_SYNC);
			assertThat(status.headSeries()).isGreaterThanOrEqualTo(0);
			Files.writeString(prometheus.root().resolve("current/rules/node.yml"), RULES.replace("5m", "6m"));
			assertThat(probed(replica).config()).isEqualTo(Config.DRIFTED);
			this.delivery.reload(replica);
			ReplicaStatus drifted = probed(replica);
			assertThat(drifted.config()).isEqualTo(Config.DRIFTED);
			assertThat(drifted.differences())
				.anySatisfy((difference) -> assertThat(difference).endsWith("groups[node].rules[1].for: 5m → 6m"));
			assertThat(this.telemetry.wasProven(replica.id(), bundle.digest())).isTrue();
			assertThat(this.telemetry.wasProven(replica.id(), bundle(MAIN, RULES + "#").digest())).isFalse();
			assertThat(this.telemetry.lastProven(replica.id()))
				.hasValueSatisfying((last) -> assertThat(last.bundle()).isEqualTo(bundle));
		}
	}

	@Test
	void whenTheLastReloadFailedThenTheConfigIsInvalidAndTheReplicaDegraded() {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			rollOut(replica, bundle("nonsense: true\n", RULES));
			ReplicaStatus status = probed(replica);
			assertThat(status.config()).isEqualTo(Config.INVALID);
			assertThat(status.health()).isEqualTo(Health.DEGRADED);
		}
	}

	@Test
	void whenTheReplicaIsDownThenItsStatusSaysSoAndKeepsWhenItWasSeen() {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			assertThat(probed(replica).health()).isEqualTo(Health.HEALTHY);
			prometheus.process().kill();
			ReplicaStatus status = probed(replica);
			assertThat(status.health()).isEqualTo(Health.DOWN);
			assertThat(status.targetsTotal()).isEqualTo(-1);
			assertThat(status.lastSeenAt()).isNotNull();
			assertThat(this.telemetry.statusOf(replica.id()).health()).isEqualTo(Health.DOWN);
			assertThat(this.telemetry.gateReading(replica).readable()).isFalse();
		}
	}

	@Test
	void whenAGateReadsThenTargetsCountByJob() {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", this.workspace)) {
			Replica replica = register(prometheus);
			rollOut(replica, bundle(MAIN, RULES));
			GateReading reading = readingWithTargets(replica);
			assertThat(reading.readable()).isTrue();
			assertThat(reading.targetsTotal()).containsOnly(Map.entry("node", 1));
			assertThat(reading.targetsUp()).containsOnly(Map.entry("node", 0));
			assertThat(reading.headSeries()).isPresent();
			assertThat(reading.failingRules()).isEmpty();
		}
	}

	/**
	 * What a probe sees that began after this call: the one that it joins began before.
	 */
	private ReplicaStatus probed(Replica replica) {
		ReplicaStatus before = this.telemetry.probe(replica);
		ReplicaStatus now = this.telemetry.probe(replica);
		while (Objects.equals(now.observedAt(), before.observedAt())) {
			now = this.telemetry.probe(replica);
		}
		return now;
	}

	/** Prometheus hands discovered targets to the scrapers every five seconds. */
	private GateReading readingWithTargets(Replica replica) {
		GateReading reading = this.telemetry.gateReading(replica);
		for (int look = 0; look < 240 && reading.targetsTotal().isEmpty(); look++) {
			LockSupport.parkNanos(250_000_000);
			reading = this.telemetry.gateReading(replica);
		}
		return reading;
	}

	private Proof lie(Behaviour behaviour) {
		Path root = ManagedPrometheus.prepare(this.workspace);
		try (HostileReplica hostile = HostileReplica.start(root.resolve("current/prometheus.yml"))) {
			Replica replica = register(hostile.url(), ManagedPrometheus.targetAt(root));
			Bundle bundle = bundle(PRINTED.formatted(root),
					RULES.replace("1m30s", "90s").replace("sum(up{job=\"node\"})by(job)", "sum(up)"));
			ReloadMark mark = this.telemetry.markBeforeReload(replica);
			String digest = push(replica, bundle);
			hostile.behave(behaviour);
			return this.telemetry.prove(replica, bundle, digest, this.delivery.reload(replica), mark);
		}
	}

	private Proof rollOut(Replica replica, Bundle bundle) {
		ReloadMark mark = this.telemetry.markBeforeReload(replica);
		String digest = push(replica, bundle);
		return this.telemetry.prove(replica, bundle, digest, this.delivery.reload(replica), mark);
	}

	private String push(Replica replica, Bundle bundle) {
		this.epoch++;
		PushOutcome outcome = this.delivery.push(replica, bundle, this.epoch, this.epoch);
		assertThat(outcome).isInstanceOf(PushOutcome.Pushed.class);
		return ((PushOutcome.Pushed) outcome).deliveredDigest();
	}

	private void keep(Replica replica, Bundle bundle, Proof proof) {
		String digest = this.delivery.expectedDigest(replica, bundle);
		this.transactions
			.executeWithoutResult((status) -> this.telemetry.keepProven(replica.id(), 1, bundle, digest, proof));
	}

	private Replica register(ManagedPrometheus prometheus) {
		return register(prometheus.url(), prometheus.target());
	}

	private Replica register(URI url, DirectoryTarget target) {
		Replica replica = this.fleet.replica(this.fleet.cluster("proof", Map.of()), url, target);
		this.registered.add(replica);
		return replica;
	}

	private void secret(String name, String value) {
		assertThat(this.mvc.put()
			.uri("/api/v1/secrets/" + name)
			.with(SignedIn.as(TestActors.admin("mara")))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"value\": \"" + value + "\", \"description\": \"\"}")).hasStatus(201);
	}

	private static Bundle bundle(String main, String rules) {
		return new Bundle(new TreeMap<>(Map.of("prometheus.yml", main, "rules/node.yml", rules)));
	}

	private static Observation of(Proof proof, Kind kind) {
		return proof.observations()
			.stream()
			.filter((observation) -> observation.kind() == kind)
			.findFirst()
			.orElseThrow();
	}

	private static void assertObservation(Proof proof, Kind kind, Outcome outcome, String key) {
		Observation observation = of(proof, kind);
		assertThat(observation.outcome()).as("%s", observation).isEqualTo(outcome);
		assertThat(observation.message().key()).isEqualTo(key);
	}

}
