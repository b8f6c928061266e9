package io.firekeeper.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.FleetFixture;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.ManagedPrometheus;
import io.firekeeper.testing.RealPrometheus;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clusters and replicas through REST and through the forms.
 */
@IntegrationTest
@Import(FleetFixture.class)
class FleetIntegrationTests {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final Actor editor = TestActors.with("fleet-editor", Permission.READ, Permission.FLEET_EDIT);

	private final Actor admin = TestActors.admin("fleet-admin");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FleetFixture fixture;

	@Autowired
	private Fleet fleet;

	@Autowired
	private JdbcClient jdbc;

	@TempDir
	private Path workspace;

	@Test
	void whenAClusterIsRegisteredThenItIsAnsweredWithItsVersion() {
		String name = name();
		MvcTestResult created = post("/api/v1/clusters", "{'name': '" + name + "', 'labels': {'env': 'prod'}}");
		assertThat(created).hasStatus(201).hasHeader("Location", "/api/v1/clusters/" + name).hasHeader("ETag", "\"0\"");
		assertThat(this.mvc.get().uri("/api/v1/clusters/" + name).with(SignedIn.as(this.editor))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"name\": \"" + name + "\", \"kind\": \"PROMETHEUS\", \"labels\": {\"env\": \"prod\"}}");
		assertThat(audited("fleet.cluster-registered", name)).isEqualTo(1);
	}

	@Test
	void whenAClusterIsWrongThenEverythingWrongIsTold() {
		assertThat(post("/api/v1/clusters", "{'name': 'Bad Name', 'labels': {'9x': '', 'cluster': 'eu'}}"))
			.hasStatus(422)
			.bodyText()
			.contains("Bad Name", "9x", "set by Firekeeper");
		assertThat(post("/api/v1/clusters", "{'name': 'new'}")).hasStatus(422);
		assertThat(post("/api/v1/clusters", "{'name': null, 'labels': {'a': null}}")).hasStatus(422);
	}

	@Test
	void whenANameIsTakenThenItIsRefused() {
		String name = this.fixture.cluster("fleet", Map.of()).name();
		assertThat(post("/api/v1/clusters", "{'name': '" + name + "'}")).hasStatus(422).bodyText().contains("is taken");
	}

	@Test
	void whenAWriteIsStaleOrHasNoVersionThenItIsRefused() {
		String path = "/api/v1/clusters/" + this.fixture.cluster("fleet", Map.of("env", "prod")).name();
		assertThat(put(path, "\"0\"", "{'labels': {'env': 'dev'}}")).hasStatusOk().hasHeader("ETag", "\"1\"");
		assertThat(put(path, "\"0\"", "{'labels': {'env': 'test'}}")).hasStatus(412);
		assertThat(this.mvc.put()
			.uri(path)
			.with(SignedIn.as(this.editor))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"labels\": {}}")).hasStatus(428);
		assertThat(this.fleet.cluster(path.substring(path.lastIndexOf('/') + 1)).orElseThrow().labels())
			.containsEntry("env", "dev");
	}

	@Test
	void whenAClusterHasReplicasThenItStays() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		Replica replica = this.fixture.replica(cluster, unused(), ManagedPrometheus.targetAt(this.workspace));
		String path = "/api/v1/clusters/" + cluster.name();
		assertThat(delete(path, "\"0\"")).hasStatus(409).bodyText().contains("1 replicas");
		assertThat(delete("/api/v1/replicas/" + replica.name(), "\"0\"")).hasStatus(204);
		assertThat(delete(path, "\"0\"")).hasStatus(204);
		assertThat(this.mvc.get().uri(path).with(SignedIn.as(this.editor))).hasStatus(404);
		assertThat(audited("fleet.cluster-removed", cluster.name())).isEqualTo(1);
	}

	@Test
	void whenAPersonMayNotEditTheFleetThenNothingIsChanged() {
		Actor reader = TestActors.with("reader", Permission.READ);
		assertThat(this.mvc.post()
			.uri("/api/v1/clusters")
			.with(SignedIn.as(reader))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\": \"" + name() + "\"}")).hasStatus(403);
		assertThat(this.mvc.get().uri("/clusters/new").with(SignedIn.as(reader))).hasStatus(403);
	}

	@Test
	void whenAReplicaRunsAsItShouldThenItIsRegisteredWithItsVersion() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		try (ManagedPrometheus prometheus = ManagedPrometheus.start("2.53", this.workspace)) {
			this.fixture.open(prometheus.url());
			String body = replica(cluster, "", prometheus.url(), prometheus.root(), "");
			assertThat(post("/api/v1/replicas/inspections", body)).hasStatusOk()
				.bodyText()
				.contains("\"clean\":true", "Prometheus 2.53", "--web.enable-lifecycle is set");
			assertThat(post("/api/v1/replicas", body)).hasStatus(201)
				.bodyText()
				.contains("\"prometheusVersion\":\"2.53", prometheus.root() + "/current/prometheus.yml");
		}
	}

	@Test
	void whenTheReplicaIsLaunchedOtherwiseThenItSaysWhichFlagsToChange() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		Path elsewhere = this.workspace.resolve("elsewhere/prometheus.yml");
		Path root = ManagedPrometheus.prepare(this.workspace);
		try (RealPrometheus prometheus = RealPrometheus.startWithout("3.5", elsewhere, this.workspace)) {
			this.fixture.open(prometheus.url());
			MvcTestResult refused = post("/api/v1/replicas", replica(cluster, "", prometheus.url(), root, ""));
			assertThat(refused).hasStatus(422)
				.bodyText()
				.contains("It runs without --web.enable-lifecycle", "--config.file=" + elsewhere,
						"Start it with --config.file=" + root + "/current/prometheus.yml");
			assertThat(post("/api/v1/replicas", replica(cluster, "", prometheus.url(), root, ", 'force': true")))
				.hasStatus(201);
		}
	}

	@Test
	void whenTheReplicaIsDownThenItIsRegisteredOnlyDespiteThat() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		URI url = unused();
		this.fixture.open(url);
		assertThat(post("/api/v1/replicas", replica(cluster, "", url, this.workspace, ""))).hasStatus(422)
			.bodyText()
			.contains("does not answer");
		String name = name();
		assertThat(post("/api/v1/replicas", replica(cluster, name, url, this.workspace, ", 'force': true")))
			.hasStatus(201);
		assertThat(this.fleet.replica(name).orElseThrow().targetVersion().toString()).isEqualTo("2.40");
	}

	@Test
	void whenTheDirectoryIsMissingThenItIsTold() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		URI url = unused();
		this.fixture.open(url);
		assertThat(post("/api/v1/replicas", replica(cluster, "", url, this.workspace.resolve("gone"), "")))
			.hasStatus(422)
			.bodyText()
			.contains("gone: No such file or directory");
	}

	@Test
	void whenOutgoingTrafficIsNotAllowedThenAnAdminMustConfirmTheRule() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		URI url = unused();
		String rule = "http 127.0.0.1/32 port " + url.getPort();
		String confirmed = replica(cluster, name(), url, this.workspace,
				", 'force': true, 'confirmEgress': '" + rule + "'");
		assertThat(post("/api/v1/replicas", replica(cluster, "", url, this.workspace, ", 'force': true")))
			.hasStatus(422)
			.bodyText()
			.contains(rule);
		assertThat(post("/api/v1/replicas", confirmed)).hasStatus(403);
		assertThat(post("/api/v1/replicas", confirmed.replace("127.0.0.1/32", "0.0.0.0/0"), this.admin)).hasStatus(422);
		assertThat(post("/api/v1/replicas", confirmed, this.admin)).hasStatus(201);
		assertThat(this.jdbc.sql("select count(*) from egress_rules where port_from = ?")
			.param(url.getPort())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void whenTwoReplicasShareADirectoryOrAnAddressThenItIsRefused() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		Replica first = this.fixture.replica(cluster, unused(), ManagedPrometheus.targetAt(this.workspace));
		assertThat(post("/api/v1/replicas", replica(cluster, "", unused(), this.workspace.resolve("inner"), "")))
			.hasStatus(422)
			.bodyText()
			.contains("needs a directory of its own");
		assertThat(post("/api/v1/replicas", replica(cluster, "", URI.create(first.url() + "/"), Path.of("/other"), "")))
			.hasStatus(422)
			.bodyText()
			.contains("has this address already");
	}

	@Test
	void whenAReplicasDescriptionIsWrongThenEveryFieldIsNamed() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		assertThat(post("/api/v1/replicas", """
				{'cluster': '%s', 'name': '-', 'url': 'http://u:p@x/?q', 'labels': {'name': 'x'},
				 'access': {'scheme': 'BASIC', 'secretName': 'nope', 'caPem': 'no'},
				 'directory': {'consoleRoot': '../x', 'fileMode': '999', 'owner': 'a b'}}""".formatted(cluster.name())))
			.hasStatus(422)
			.bodyText()
			.contains("\"url\"", "\"name\"", "\"labels\"", "\"secretName\"", "\"username\"", "\"caPem\"",
					"\"consoleRoot\"", "\"fileMode\"", "\"owner\"");
		assertThat(post("/api/v1/replicas", "{'cluster': '" + cluster.name() + "', 'url': 'http://[broken'}"))
			.hasStatus(422);
	}

	@Test
	void whenOnlyLabelsChangeThenAReplicaThatIsDownIsNotAsked() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		Replica replica = this.fixture.replica(cluster, unused(), ManagedPrometheus.targetAt(this.workspace));
		String body = replica(cluster, "", replica.url(), this.workspace, ", 'labels': {'zone': 'a'}");
		assertThat(put("/api/v1/replicas/" + replica.name(), "\"0\"", body)).hasStatusOk().hasHeader("ETag", "\"1\"");
		assertThat(put("/api/v1/replicas/" + replica.name(), "\"0\"", body)).hasStatus(412);
		assertThat(this.fleet.replica(replica.name()).orElseThrow().labels()).containsEntry("zone", "a");
	}

	@Test
	void whenARolloutHoldsTheClusterThenItsReplicasStayAsTheyAre() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		Replica replica = this.fixture.replica(cluster, unused(), ManagedPrometheus.targetAt(this.workspace));
		String path = "/api/v1/replicas/" + replica.name();
		String body = replica(cluster, "", replica.url(), this.workspace, ", 'labels': {'zone': 'a'}");
		UUID rollout = hold(cluster);
		try {
			assertThat(put(path, "\"0\"", body)).hasStatus(409).bodyText().contains("fleet.replica-held", "abort it");
			assertThat(delete(path, "\"0\"")).hasStatus(409).bodyText().contains("fleet.replica-held");
			assertThat(form("/replicas/" + replica.name() + "/remove", "confirm", replica.name(), "version", "0"))
				.hasStatus(409)
				.bodyText()
				.contains("a rollout holds its cluster");
			assertThat(this.fleet.replica(replica.name())).contains(replica);
		}
		finally {
			release(rollout);
		}
		assertThat(delete(path, "\"0\"")).hasStatus(204);
	}

	@Test
	void whenAVersionIsObservedThenNobodysFormGetsStale() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		Replica replica = this.fixture.replica(cluster, unused(), ManagedPrometheus.targetAt(this.workspace));
		this.fleet.observedVersion(replica.id(), "3.5.0");
		this.fleet.observedVersion(replica.id(), "<script>");
		Replica now = this.fleet.replica(replica.id()).orElseThrow();
		assertThat(now.prometheusVersion()).isEqualTo("3.5.0");
		assertThat(now.version()).isEqualTo(replica.version());
	}

	@Test
	void whenTheClusterFormIsRefusedThenWhatWasTypedIsKept() {
		assertThat(this.mvc.get().uri("/clusters/new").with(SignedIn.as(this.editor))).hasStatusOk()
			.bodyText()
			.contains("New cluster", "name=\"labels\"")
			.doesNotContain("??");
		assertThat(this.mvc.post()
			.uri("/clusters/new")
			.with(SignedIn.as(this.editor))
			.param("name", "Not<b>Good")
			.param("labels", "env=prod\nbroken")).hasStatus(422)
			.bodyText()
			.contains("Not&lt;b&gt;Good", "env=prod\nbroken", "is not of the form name=value");
	}

	@Test
	void whenTheClusterFormIsSentThenTheClusterIsRegisteredEditedAndRemoved() {
		String name = name();
		assertThat(form("/clusters/new", "name", name, "labels", "env=prod")).hasStatus(303)
			.hasRedirectedUrl("/clusters/" + name);
		assertThat(this.mvc.get().uri("/clusters/" + name + "/edit").with(SignedIn.as(this.editor))).hasStatusOk()
			.bodyText()
			.contains("env=prod", "Edit cluster " + name);
		assertThat(form("/clusters/" + name + "/edit", "labels", "env=dev", "version", "0")).hasStatus(303);
		assertThat(form("/clusters/" + name + "/edit", "labels", "env=late", "version", "0")).hasStatus(409)
			.bodyText()
			.contains("env=late", "Somebody else changed", "env=dev");
		assertThat(form("/clusters/" + name + "/remove", "confirm", "wrong", "version", "1")).hasStatus(422);
		assertThat(form("/clusters/" + name + "/remove", "confirm", name, "version", "1")).hasStatus(303)
			.hasRedirectedUrl("/fleet");
		assertThat(this.fleet.cluster(name)).isEmpty();
	}

	@Test
	void whenTheReplicaFormIsRefusedThenTheInspectionIsShownAndCanBeOverruled() {
		Cluster cluster = this.fixture.cluster("fleet", Map.of());
		URI url = unused();
		String path = "/clusters/" + cluster.name() + "/replicas/new";
		String name = name();
		String[] typed = { "name", name, "url", url.toString(), "consoleRoot", this.workspace.toString(), "fileMode",
				"0640" };
		assertThat(this.mvc.get().uri(path).with(SignedIn.as(this.editor))).hasStatusOk()
			.bodyText()
			.contains("Add a replica to " + cluster.name(), "name=\"consoleRoot\"")
			.doesNotContain("??");
		assertThat(form(path, typed)).hasStatus(422)
			.bodyText()
			.contains("An admin must confirm")
			.doesNotContain("type=\"checkbox\" id=\"confirmEgress\"");
		assertThat(this.mvc.post()
			.uri(path)
			.with(SignedIn.as(this.admin))
			.param("name", name)
			.param("url", url.toString())
			.param("consoleRoot", this.workspace.toString())).hasStatus(422)
			.bodyText()
			.contains("id=\"confirmEgress\"", "value=\"http 127.0.0.1/32 port " + url.getPort() + "\"");
		this.fixture.open(url);
		assertThat(form(path, typed)).hasStatus(422)
			.bodyText()
			.contains("does not answer", "name=\"force\"", "value=\"" + url + "\"", "value=\"0640\"", "can be written");
		String[] forced = java.util.Arrays.copyOf(typed, typed.length + 2);
		forced[typed.length] = "force";
		forced[typed.length + 1] = "true";
		assertThat(form(path, forced)).hasStatus(303).hasRedirectedUrl("/replicas/" + name);
		assertThat(this.mvc.get().uri("/replicas/" + name + "/edit").with(SignedIn.as(this.editor))).hasStatusOk()
			.bodyText()
			.contains("Edit replica " + name, "value=\"0640\"");
		assertThat(form("/replicas/" + name + "/edit", "url", url.toString(), "labels", "zone=b", "consoleRoot",
				this.workspace.toString(), "fileMode", "0640", "version", "0"))
			.hasStatus(303);
		assertThat(form("/replicas/" + name + "/edit", "url", url.toString(), "labels", "zone=late", "consoleRoot",
				this.workspace.toString(), "fileMode", "0640", "version", "0"))
			.hasStatus(409)
			.bodyText()
			.contains("zone=late", "Stored now: zone=b");
		assertThat(form("/replicas/" + name + "/remove", "confirm", name, "version", "1")).hasStatus(303);
	}

	@Test
	void whenTheLanguageIsChineseThenTheFormIsChinese() {
		assertThat(
				this.mvc.get().uri("/clusters/new").header("Accept-Language", "zh-CN").with(SignedIn.as(this.editor)))
			.hasStatusOk()
			.bodyText()
			.contains("新建集群");
	}

	private UUID hold(Cluster cluster) {
		UUID rollout = UUID.randomUUID();
		this.jdbc.sql("""
				insert into rollouts_rollout (id, number, revision, kind, parameters, teams, state, paused_by_failure,
					settled, started_by, started_by_id, started_at, version)
				values (?, nextval('rollouts_number'), 1, 'DELIVER', '{}', '[]', 'PAUSED', false,
					true, 'somebody', ?, now(), 0)""").params(rollout, UUID.randomUUID()).update();
		this.jdbc.sql("insert into rollouts_cluster values (?, ?, ?, true)")
			.params(rollout, cluster.id(), cluster.name())
			.update();
		return rollout;
	}

	private void release(UUID rollout) {
		this.jdbc.sql("delete from rollouts_cluster where rollout_id = ?").param(rollout).update();
		this.jdbc.sql("delete from rollouts_rollout where id = ?").param(rollout).update();
	}

	private MvcTestResult form(String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(SignedIn.as(this.editor));
		for (int index = 0; index < parameters.length; index += 2) {
			request.param(parameters[index], parameters[index + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult post(String path, String body) {
		return post(path, body, this.editor);
	}

	private MvcTestResult post(String path, String body, Actor actor) {
		return this.mvc.post()
			.uri(path)
			.with(SignedIn.as(actor))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body.replace('\'', '"'))
			.exchange();
	}

	private MvcTestResult put(String path, String ifMatch, String body) {
		return this.mvc.put()
			.uri(path)
			.with(SignedIn.as(this.editor))
			.header("If-Match", ifMatch)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body.replace('\'', '"'))
			.exchange();
	}

	private MvcTestResult delete(String path, String ifMatch) {
		return this.mvc.delete().uri(path).with(SignedIn.as(this.editor)).header("If-Match", ifMatch).exchange();
	}

	private static String replica(Cluster cluster, String name, URI url, Path root, String more) {
		return "{'cluster': '" + cluster.name() + "', 'name': '" + (name.isEmpty() ? name() : name) + "', 'url': '"
				+ url + "', 'directory': {'consoleRoot': '" + root + "'}" + more + "}";
	}

	private int audited(String action, String object) {
		return this.jdbc.sql("select count(*) from audit_entries where action = ? and object_id = ?")
			.params(action, object)
			.query(Integer.class)
			.single();
	}

	private static URI unused() {
		return URI.create("http://127.0.0.1:" + RealPrometheus.freePort());
	}

	private static String name() {
		return "fi-" + COUNT.incrementAndGet();
	}

}
