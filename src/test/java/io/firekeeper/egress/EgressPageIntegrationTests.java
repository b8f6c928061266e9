package io.firekeeper.egress;

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
class EgressPageIntegrationTests {

	private final Actor admin = TestActors.with("egress-admin", Permission.READ, Permission.EGRESS_ADMIN);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private EgressRules rules;

	@Test
	void whenARuleIsTypedThenItStandsInTheList() {
		assertThat(post("10.90.0.0/16", "9090-9099", "replicas <b>")).hasStatus(302)
			.hasRedirectedUrl("/settings/egress");
		assertThat(this.mvc.get().uri("/settings/egress").with(SignedIn.as(this.admin))).hasStatusOk()
			.bodyText()
			.contains("10.90.0.0/16", "9090-9099", "replicas &lt;b&gt;", "egress-admin", "Remove 10.90.0.0/16 from")
			.doesNotContain("Nothing is allowed yet", "??", "th:");
		assertThat(this.mvc.get().uri("/settings/egress").header("HX-Request", "true").with(SignedIn.as(this.admin)))
			.hasStatusOk()
			.bodyText()
			.startsWith("<section id=\"rules\"");
	}

	@Test
	void whenARuleIsRefusedThenWhatWasTypedIsKept() {
		assertThat(post("10.91.0.1/16", "http", "kept")).hasStatus(422)
			.bodyText()
			.contains("value=\"10.91.0.1/16\"", "value=\"http\"", "value=\"kept\"", "id=\"cidr-error\"",
					"id=\"ports-error\"");
		assertThat(post("10.91.0.0/16", "9090", "")).hasStatus(302);
		assertThat(post("10.91.0.0/16", "9090", "again")).hasStatus(409).bodyText().contains("again");
	}

	@Test
	void whenARuleIsRemovedThenItIsGone() {
		assertThat(post("10.92.0.0/16", "9090", "")).hasStatus(302);
		EgressRule rule = this.rules.list()
			.stream()
			.filter((each) -> each.cidr().startsWith("10.92."))
			.findFirst()
			.orElseThrow();
		assertThat(this.mvc.post().uri("/settings/egress/" + rule.id() + "/remove").with(SignedIn.as(this.admin)))
			.hasStatus(302);
		assertThat(this.rules.list()).doesNotContain(rule);
		assertThat(this.mvc.post().uri("/settings/egress/" + rule.id() + "/remove").with(SignedIn.as(this.admin)))
			.hasStatus(404);
	}

	@Test
	void whenAReaderLooksThenTheListIsThereWithoutForms() {
		Actor reader = TestActors.with("egress-reader", Permission.READ);
		assertThat(this.mvc.get().uri("/settings/egress").header("Accept-Language", "zh-CN").with(SignedIn.as(reader)))
			.hasStatusOk()
			.bodyText()
			.contains("出站允许列表")
			.doesNotContain("name=\"cidr\"", "??");
		assertThat(this.mvc.post().uri("/settings/egress").param("cidr", "10.93.0.0/16").with(SignedIn.as(reader)))
			.hasStatus(403);
	}

	@Test
	void whenRulesAreWrittenByRestThenTheyFollow() {
		assertThat(rest("{\"cidr\":\"10.94.0.7\",\"portFrom\":9090}")).hasStatus(201)
			.bodyJson()
			.extractingPath("$.cidr")
			.isEqualTo("10.94.0.7/32");
		assertThat(rest("{\"cidr\":\"10.94.0.7\",\"portFrom\":9090}")).hasStatus(409);
		assertThat(rest("{}")).hasStatus(422);
		assertThat(rest("{\"cidr\":\"10.94.0.7\",\"portFrom\":9090,\"scheme\":\"FTP\"}")).hasStatus4xxClientError();
		assertThat(this.mvc.get().uri("/api/v1/egress-rules").with(SignedIn.as(this.admin))).hasStatusOk()
			.bodyText()
			.contains("\"cidr\":\"10.94.0.7/32\",\"portFrom\":9090,\"portTo\":9090,\"scheme\":\"ANY\"");
		EgressRule rule = this.rules.list()
			.stream()
			.filter((each) -> each.cidr().startsWith("10.94."))
			.findFirst()
			.orElseThrow();
		assertThat(this.mvc.delete().uri("/api/v1/egress-rules/" + rule.id()).with(SignedIn.as(this.admin)))
			.hasStatus(204);
		assertThat(this.mvc.delete().uri("/api/v1/egress-rules/" + rule.id()).with(SignedIn.as(this.admin)))
			.hasStatus(404);
	}

	private MvcTestResult rest(String body) {
		return this.mvc.post()
			.uri("/api/v1/egress-rules")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(this.admin))
			.exchange();
	}

	private MvcTestResult post(String cidr, String ports, String note) {
		return this.mvc.post()
			.uri("/settings/egress")
			.param("cidr", cidr)
			.param("ports", ports)
			.param("scheme", "HTTP")
			.param("note", note)
			.with(SignedIn.as(this.admin))
			.exchange();
	}

}
