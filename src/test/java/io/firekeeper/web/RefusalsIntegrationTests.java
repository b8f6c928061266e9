package io.firekeeper.web;

import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RefusalsIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource({ "INVALID,422,422", "NOT_FOUND,404,404", "FORBIDDEN,403,403", "CONFLICT,409,409", "STALE,412,409",
			"VERSION_REQUIRED,428,428", "UPSTREAM,502,502", "UNAVAILABLE,503,503", "stale-row,412,409",
			"database,503,503", "defect,500,500" })
	void whenAnEndpointFailsThenTheStatusSaysHow(String how, int apiStatus, int pageStatus) {
		assertThat(get("/api/test/fail/" + how)).hasStatus(apiStatus)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(get("/test/fail/" + how)).hasStatus(pageStatus).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
	}

	@Test
	void whenTheApiRefusesThenTheProblemNamesReasonPlacesAndRequest() {
		MvcTestResult result = get("/api/test/fail/INVALID");
		String requestId = result.getResponse().getHeader("X-Request-Id");
		assertThat(result).bodyJson().isStrictlyEqualTo("""
				{
				  "title": "Unprocessable Content",
				  "status": 422,
				  "detail": "There is nothing at /<b>x</b>, or you may not see it.",
				  "instance": "/api/test/fail/INVALID",
				  "code": "web.not-found",
				  "errors": [ { "field": "spec.name", "line": 3, "detail": "Stale", "code": "web.live.stale" } ],
				  "requestId": "%s"
				}
				""".formatted(requestId));
	}

	@Test
	void whenTheCallerReadsChineseThenTheProblemIsChinese() {
		assertThat(this.mvc.get()
			.uri("/api/test/fail/stale-row")
			.header("Accept-Language", "zh")
			.with(SignedIn.as(TestActors.admin("ann")))).bodyJson()
			.extractingPath("$.detail")
			.asString()
			.startsWith("在您读取之后");
	}

	@Test
	void whenAPageFailsThenItSaysWhyWithinTheConsole() {
		assertThat(get("/test/fail/NOT_FOUND")).bodyText()
			.contains("<title>This did not work · Firekeeper</title>", "There is nothing at /&lt;b&gt;x&lt;/b&gt;, or",
					"spec.name", "Request ", "aria-label=\"Main\"");
	}

	@Test
	void whenAFragmentFailsThenOnlyTheReasonIsSent() {
		assertThat(this.mvc.get()
			.uri("/test/fail/NOT_FOUND")
			.header("HX-Request", "true")
			.with(SignedIn.as(TestActors.admin("ann")))).hasStatus(404)
			.bodyText()
			.startsWith("<div class=\"faults\"")
			.doesNotContain("<html");
	}

	@Test
	void whenTheDatabaseIsGoneThenNothingOfItsAddressIsTold() {
		assertThat(get("/api/test/fail/database")).hasHeader("Retry-After", "5")
			.bodyText()
			.contains("Your fleet is not affected")
			.doesNotContain("10.1.2.3");
	}

	@Test
	void whenTheConsoleHasADefectThenItsNatureIsToldAndItsDetailIsNot() {
		assertThat(get("/api/test/fail/defect")).bodyText()
			.contains("The console failed at this itself (IllegalStateException)")
			.doesNotContain("secret detail");
	}

	@Test
	void whenABodyIsNoJsonThenItsPlaceIsTold() {
		assertThat(post("{\n\"name\": oops}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0]")
			.asMap()
			.containsEntry("line", 2)
			.hasEntrySatisfying("detail", (detail) -> assertThat(detail).asString().contains("oops"));
	}

	@Test
	void whenABodyHasTheWrongTypeThenTheFieldIsToldAndNoClass() {
		assertThat(post("{\"name\":\"a\",\"count\":\"many\"}")).hasStatus(400)
			.bodyText()
			.contains("\"field\":\"count\"", "does not have the type")
			.doesNotContain("java", "FailingController");
	}

	@Test
	void whenAFieldBreaksItsConstraintThenItIsNamed() {
		assertThat(post("{\"name\":\" \",\"count\":1}")).hasStatus(422)
			.bodyText()
			.contains("\"field\":\"name\"", "must not be blank");
	}

	@Test
	void whenTheMethodIsNotTakenThenTheTakenOnesAreTold() {
		assertThat(this.mvc.get().uri("/api/test/bodies").with(SignedIn.as(TestActors.admin("ann")))).hasStatus(405)
			.hasHeader("Allow", "POST")
			.bodyText()
			.contains("This address does not take GET.");
	}

	@Test
	void whenAWriteHasNoVersionThenItIsRefused() {
		assertThat(get("/api/test/etag")).hasStatus(428);
		assertThat(ifMatch("*")).hasStatus(422);
		assertThat(ifMatch("\"1\", \"2\"")).hasStatus(422);
		assertThat(ifMatch(ETags.of(7))).hasStatusOk().hasBodyTextEqualTo("7");
	}

	private MvcTestResult ifMatch(String value) {
		return this.mvc.get()
			.uri("/api/test/etag")
			.header("If-Match", value)
			.with(SignedIn.as(TestActors.admin("ann")))
			.exchange();
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).with(SignedIn.as(TestActors.admin("ann"))).exchange();
	}

	private MvcTestResult post(String body) {
		return this.mvc.post()
			.uri("/api/test/bodies")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(TestActors.admin("ann")))
			.exchange();
	}

}
