package io.firekeeper.console;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.telemetry.ReplicaStatus;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.testing.FleetFixture;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.ManagedPrometheus;
import io.firekeeper.testing.RealPrometheus;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import(FleetFixture.class)
class ConsolePagesIntegrationTests {

	private static final Actor VIEWER = TestActors.with("console-viewer", Permission.READ);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FleetFixture fleet;

	@Autowired
	private Telemetry telemetry;

	@Autowired
	private JdbcClient jdbc;

	private Cluster cluster;

	private Replica replica;

	@BeforeEach
	void register(@TempDir Path directory) {
		this.cluster = this.fleet.cluster("console", Map.of("env", "console-test"));
		this.replica = this.fleet.replica(this.cluster, URI.create("http://127.0.0.1:" + RealPrometheus.freePort()),
				new DirectoryTarget(directory.toString(), directory.toString(), "0644", ""));
	}

	@Test
	void whenAFilterIsInTheUrlThenOnlyItsClustersAreShown() {
		assertThat(page("/fleet?q=env=console-test")).contains(this.cluster.name());
		assertThat(page("/fleet?q=env=another")).doesNotContain("cluster-" + this.cluster.name() + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "name", "-name", "health", "-health", "series", "-targets", "firing" })
	void whenAColumnIsSortedThenThePageIsThere(String sort) {
		assertThat(page("/fleet?q=env=console-test&sort=" + sort)).contains(this.cluster.name());
	}

	@Test
	void whenNothingIsKnownThenItIsShownAsUnknownAndNeverAsZero() {
		assertThat(page("/replicas/" + this.replica.name())).contains("Nothing was proven here yet")
			.contains("<td>—</td>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "overview", "files", "policies", "history", "nonsense" })
	void whenATabIsInTheUrlThenItIsShown(String tab) {
		assertThat(page("/clusters/" + this.cluster.name() + "?tab=" + tab)).contains(this.cluster.name());
	}

	@Test
	void whenHtmxAsksThenAFragmentIsEnough() {
		assertThat(this.mvc.get().uri("/fleet").header("HX-Request", "true").with(SignedIn.as(VIEWER))).hasStatusOk()
			.bodyText()
			.contains("id=\"fleet\"")
			.doesNotContain("<html");
	}

	@Test
	void whenSettingsAreReadThenTheirSourceIsSaid() {
		assertThat(page("/settings")).contains("firekeeper.data-directory").contains("PostgreSQL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/clusters/no-such", "/replicas/no-such" })
	void whenItDoesNotExistThenThePageSaysSo(String path) {
		assertThat(this.mvc.get().uri(path).with(SignedIn.as(VIEWER))).hasStatus(404).bodyText().contains("no-such");
	}

	@Test
	void whenAReplicasStatusIsReadThenWhatIsUnknownIsNullAndNeverZero() {
		assertThat(status(this.replica.name())).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"replica": "%s", "prometheusVersion": null, "targetsUp": null,
				 "targetsTotal": null, "headSeries": null, "firingAlerts": null, "lastSeenAt": null,
				 "differences": [], "lastProven": null}""".formatted(this.replica.name()));
		assertThat(status("no-such")).hasStatus(404);
	}

	@Test
	void whenAReplicaWasProbedThenItsStatusSaysWhatWasSeenAndWhatWasProven(@TempDir Path workspace) {
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("3.5", workspace)) {
			Replica running = this.fleet.replica(this.cluster, prometheus.url(), ManagedPrometheus.targetAt(workspace));
			ReplicaStatus seen = this.telemetry.probe(running);
			this.jdbc.sql("""
					insert into telemetry_proven
					  (replica_id, revision, approved_digest, delivered_digest, bundle, proof, proven_at, last)
					values (?, 12, ?, 'd', '{"files": {"prometheus.yml": ""}}', '{}', now(), true)""")
				.params(running.id(), "0a".repeat(32))
				.update();
			assertThat(status(running.name())).hasStatusOk()
				.bodyJson()
				.hasPathSatisfying("$.health", (health) -> assertThat(health).isEqualTo(seen.health().name()))
				.hasPathSatisfying("$.prometheusVersion", (version) -> assertThat(version).asString().startsWith("3.5"))
				.hasPathSatisfying("$.headSeries", (series) -> assertThat(series).asNumber().isNotNull())
				.hasPathSatisfying("$.lastSeenAt", (when) -> assertThat(when).asString().isNotEmpty())
				.isLenientlyEqualTo(
						"{\"lastProven\": {\"revision\": 12, \"digest\": \"%s\"}}".formatted("0a".repeat(32)));
		}
	}

	private MvcTestResult status(String replica) {
		return this.mvc.get().uri("/api/v1/replicas/" + replica + "/status").with(SignedIn.as(VIEWER)).exchange();
	}

	private String page(String path) {
		MvcTestResult result = this.mvc.get().uri(path).with(SignedIn.as(VIEWER)).exchange();
		assertThat(result).hasStatusOk();
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
