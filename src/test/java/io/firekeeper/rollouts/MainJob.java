package io.firekeeper.rollouts;

import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.identity.Actor;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job over REST, up to the start of a rollout: a policy that gives a cluster one
 * job, edited by one person and approved by another.
 */
@TestComponent
class MainJob {

	private static final Actor ANA = TestActors.admin("ana");

	private static final Actor BEN = TestActors.admin("ben");

	private final MockMvcTester mvc;

	private final Rollouts rollouts;

	MainJob(MockMvcTester mvc, Rollouts rollouts, JdbcClient jdbc) {
		this.mvc = mvc;
		this.rollouts = rollouts;
		jdbc.sql("""
				insert into access_teams (id, name, display_name, created_at, version)
				values (:id, 'main-job', 'Main job', now(), 0) on conflict do nothing
				""").param("id", UUID.randomUUID()).update();
	}

	/** Starts the rollout of a job with a scrape interval to a cluster, all at once. */
	Rollout start(Cluster cluster, String interval, int baseVersion) {
		String text = """
				kind: ScrapeJobs
				name: %1$s
				team: main-job
				clusters: {matchLabels: {cluster: %1$s}}
				spec:
				  - job_name: node
				    scrape_interval: %2$s
				    scrape_timeout: 1s
				""".formatted(cluster.name(), interval);
		MvcTestResult change = call("/changes", """
				{"title": "every %s", "edits": [{"policy": "%s", "text": %s, "baseVersion": %d}]}
				""".formatted(interval, cluster.name(), JsonColumn.MAPPER.writeValueAsString(text), baseVersion), "",
				ANA);
		MvcTestResult revision = call("/changes/" + read(change, "$.number") + "/submit", "",
				String.valueOf(change.getResponse().getHeader("ETag")), ANA);
		Object number = read(revision, "$.number");
		Object digest = read(get("/revisions/" + number), "$.digest");
		call("/revisions/" + number + "/approve", "{\"digest\": \"%s\"}".formatted(digest), "", BEN);
		MvcTestResult rollout = call("/rollouts", """
				{"revision": %s, "digest": "%s", "strategy": "ALL_AT_ONCE", "soakSeconds": 0}
				""".formatted(number, digest), "", BEN);
		return this.rollouts.findByNumber(((Number) read(rollout, "$.number")).longValue()).orElseThrow();
	}

	/** Rollouts of a cluster, newest first, as REST lists them. */
	List<String> kinds(Cluster cluster) {
		return JsonPath.read(body(get("/rollouts?cluster=" + cluster.name())), "$[*].kind");
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/api/v1" + path).with(SignedIn.as(ANA)).exchange();
	}

	private MvcTestResult call(String path, String json, String tag, Actor actor) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/api/v1" + path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(SignedIn.as(actor));
		MvcTestResult result = (tag.isEmpty() ? request : request.header("If-Match", tag)).exchange();
		assertThat(result).as("%s: %s", path, body(result)).hasStatus2xxSuccessful();
		return result;
	}

	private static Object read(MvcTestResult result, String path) {
		return JsonPath.read(body(result), path);
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
