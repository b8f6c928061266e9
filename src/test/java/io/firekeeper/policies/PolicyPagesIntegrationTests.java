package io.firekeeper.policies;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PolicyPagesIntegrationTests {

	private final Actor editor = TestActors.with("page-editor", Permission.READ, Permission.CHANGE_EDIT);

	private final Actor reader = TestActors.with("page-reader", Permission.READ);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Policies policies;

	@Test
	void whenPoliciesAreListedThenTheFilterOfTheUrlApplies() {
		create("page-listed", "page-team");
		assertThat(get("/policies", this.editor)).hasStatusOk()
			.bodyText()
			.contains("<!doctype html>", "href=\"/policies/page-listed\"", "HighAvailability", "r31",
					"href=\"/changes/new\"")
			.doesNotContain("??", "th:");
		assertThat(get("/policies?q=LISTED&kind=HighAvailability&team=page-team", this.reader)).hasStatusOk()
			.bodyText()
			.contains("/policies/page-listed", "value=\"LISTED\"", "Clear")
			.doesNotContain("href=\"/changes/new\"");
		assertThat(get("/policies?team=nobody", this.reader)).bodyText()
			.contains("No policy matches this filter.")
			.doesNotContain("/policies/page-listed\"");
		assertThat(this.mvc.get()
			.uri("/policies?q=page-listed")
			.header("HX-Request", "true")
			.with(SignedIn.as(this.reader))).bodyText()
			.startsWith("<section id=\"policies\"")
			.contains("hx-get=\"/policies?q=page-listed");
	}

	@Test
	void whenAPolicyIsOpenedThenItsTextAndHistoryAreThere() {
		UUID id = create("page-opened", "page-team");
		this.policies.append(TestActors.admin("page-ann"), 32,
				Map.of("page-opened", text("page-opened", "page-team") + "# <b>\n"));
		assertThat(get("/policies/page-opened", this.editor)).hasStatusOk()
			.bodyText()
			.contains("id=\"L2\"", "name: page-opened", "href=\"/changes/new?policy=page-opened\"",
					"href=\"/revisions/32\"", "/policies/page-opened/versions/2/diff", "Current")
			.doesNotContain("??", "th:", "is the current one");
		assertThat(get("/policies/page-opened?version=2", this.editor)).hasStatusOk()
			.bodyText()
			.contains("# &lt;b&gt;", "Version 1 is the current one", "/changes/new?policy=page-opened&amp;version=2");
		this.policies.makeCurrent(Map.of(id, 0));
		assertThat(get("/policies/page-opened", this.reader)).hasStatusOk()
			.bodyText()
			.contains("This policy is deleted, or its first version")
			.doesNotContain("/changes/new");
		assertThat(this.mvc.get()
			.uri("/policies/page-opened")
			.header("Accept-Language", "zh-CN")
			.with(SignedIn.as(this.reader))).bodyText().contains("历史").doesNotContain("??");
	}

	@Test
	void whenThereIsNoSuchPolicyThenItIsNotFound() {
		create("page-known", "page-team");
		assertThat(get("/policies/page-unknown", this.reader)).hasStatus(404);
		assertThat(get("/policies/page-known?version=9", this.reader)).hasStatus(404);
		assertThat(get("/api/v1/policies/page-unknown", this.reader)).hasStatus(404);
		assertThat(get("/api/v1/policies/page-known/versions/9", this.reader)).hasStatus(404);
	}

	@Test
	void whenPoliciesAreReadByRestThenTheyComeWithVersionAndText() {
		create("page-rest", "page-team");
		assertThat(get("/api/v1/policies/page-rest", this.reader)).hasStatusOk()
			.hasHeader("ETag", "\"1\"")
			.bodyJson()
			.extractingPath("$.text")
			.isEqualTo(text("page-rest", "page-team"));
		assertThat(get("/api/v1/policies?q=page-rest", this.reader)).hasStatusOk()
			.bodyText()
			.contains("\"name\":\"page-rest\"", "\"kind\":\"HighAvailability\"", "\"version\":1")
			.doesNotContain("replicaLabel");
		assertThat(get("/api/v1/policies/page-rest/versions", this.reader)).bodyText().contains("\"revision\":31");
		assertThat(get("/api/v1/policies/page-rest/versions/1", this.reader)).bodyText().contains("\"deleted\":false");
	}

	@Test
	void whenATextIsValidatedThenEveryProblemHasItsPlaceAndSentence() {
		assertThat(validate("kind: Globul\\nname: x\\n")).hasStatusOk()
			.bodyText()
			.contains("\"valid\":false", "\"code\":\"policy-unknown-kind\"", "\"line\":1,\"column\":7",
					"Did you mean Global?");
		assertThat(validate(text("page-valid", "page-team").replace("\n", "\\n"))).hasStatusOk()
			.bodyText()
			.contains("\"valid\":true", "\"problems\":[]");
		assertThat(this.mvc.post()
			.uri("/api/v1/policies/validate")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.with(SignedIn.as(this.reader))).hasStatus(422);
	}

	private MvcTestResult validate(String text) {
		return this.mvc.post()
			.uri("/api/v1/policies/validate")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"text\": \"" + text + "\"}")
			.with(SignedIn.as(this.reader))
			.exchange();
	}

	private MvcTestResult get(String uri, Actor actor) {
		return this.mvc.get().uri(URI.create(uri)).with(SignedIn.as(actor)).exchange();
	}

	private UUID create(String name, String team) {
		this.policies.append(TestActors.admin("page-ann"), 31, Map.of(name, text(name, team)));
		UUID id = this.policies.history(name).getFirst().policyId();
		this.policies.makeCurrent(Map.of(id, 1));
		return id;
	}

	private static String text(String name, String team) {
		return """
				kind: HighAvailability
				name: %s
				team: %s
				clusters: {matchLabels: {tier: none}}
				spec: {replicaLabel: replica}
				""".formatted(name, team);
	}

}
