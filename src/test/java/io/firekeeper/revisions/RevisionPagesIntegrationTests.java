package io.firekeeper.revisions;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RevisionPagesIntegrationTests {

	private static final Actor MARA = TestActors.admin("mara");

	private static final Actor LIU = TestActors.admin("liu");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Revisions revisions;

	@Autowired
	private ChangeLookup lookup;

	@Autowired
	private JdbcClient jdbc;

	private String cluster;

	private String policy;

	private String team;

	@BeforeEach
	void registerFleet() {
		String unique = UUID.randomUUID().toString().substring(0, 8);
		TestFleet fleet = new TestFleet(this.jdbc);
		this.cluster = "c-" + unique;
		this.team = "t-" + unique;
		this.policy = "p-" + unique;
		fleet.cluster(this.cluster, this.cluster + "-0", this.cluster + "-1");
		fleet.team(this.team);
	}

	@Test
	void whenChangeIsOpenedByFormThenTheEditorShowsIt() {
		MvcTestResult opened = post("/changes", MARA, "title", "Faster", "policy", "", "version", "0", "baseNumber",
				"0");
		assertThat(opened).hasStatus3xxRedirection();
		String location = String.valueOf(opened.getResponse().getRedirectedUrl());
		MvcTestResult added = post(location + "/edits", MARA, "action", "CREATE", "policy", this.policy, "kind",
				"SCRAPE_JOBS", "team", this.team);
		assertThat(added).hasStatus3xxRedirection();
		assertThat(get(location, MARA)).hasStatusOk()
			.bodyText()
			.contains("Faster", this.policy, "kind: ScrapeJobs", "team: " + this.team);
	}

	@Test
	void whenTitleIsMissingThenTheFormComesBack() {
		assertThat(post("/changes", MARA, "title", " ", "policy", "", "version", "0", "baseNumber", "0"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("A title is needed");
	}

	@Test
	void whenEditorIsShownThenProblemsLinkToTheirLine() {
		long change = opened(text("15s").replace("scrape_interval", "scrape_intervall"));
		assertThat(get("/changes/" + change, MARA)).hasStatusOk()
			.bodyText()
			.contains("policy=" + this.policy + "#L7", "scrape_intervall", "Fix the errors below before submitting");
	}

	@Test
	void whenARuleIsWrongThenTheEditorNamesTheCheckThePlaceAndWhatToDo() {
		long change = opened(rules());
		assertThat(get("/changes/" + change, MARA)).hasStatusOk()
			.bodyText()
			.contains("redundant-regex", "policy=" + this.policy + "#L10", "matches one text only",
					"it says what is meant", "short-window", "/edits/" + this.policy + "/fix");
	}

	@Test
	void whenOneExpressionIsNoneThenTheOtherRulesAreCheckedAllTheSame() {
		long change = opened(rules() + """
				        - record: node:errors:rate5m
				          expr: raet(errors_total[5m])
				""");
		assertThat(get("/changes/" + change, MARA)).hasStatusOk()
			.bodyText()
			.contains("Prometheus has no function “raet”", "Did you mean “rate”?", ">syntax<", "redundant-regex",
					"policy=" + this.policy + "#L10", "short-window", "Fix the errors below before submitting")
			.containsOnlyOnce("Prometheus has no function “raet”");
	}

	@Test
	void whenUnitTestsOfRulesFailThenPromtoolsWordsAreShownAndNothingCanBeSubmitted() {
		long change = opened(testedRules("b"));
		assertThat(get("/changes/" + change, MARA)).hasStatusOk()
			.bodyText()
			.contains("rule-tests", "policy=" + this.policy + "#L11", "The unit tests down.yml fail", "alertname: Down",
					"Fix the errors below before submitting");
	}

	@Test
	void whenUnitTestsOfRulesPassThenTheyAreNotDelivered() {
		long change = opened(testedRules("a"));
		assertThat(get("/changes/" + change, MARA)).hasStatusOk()
			.bodyText()
			.doesNotContain("rule-tests", "Fix the errors below before submitting");
		assertThat(get("/api/v1/changes/" + change + "/preview", MARA)).hasStatusOk()
			.bodyText()
			.contains("\"submittable\":true")
			.doesNotContain("exp_alerts");
	}

	@Test
	void whenAFixIsTakenThenTheDraftHasIt() {
		long change = opened(rules());
		String fix = "/changes/" + change + "/edits/" + this.policy + "/fix";
		assertThat(post(fix, MARA, "offer", "redundant-regex@10:35", "version", "7")).hasStatus(HttpStatus.CONFLICT);
		assertThat(get(fix, MARA)).hasStatus3xxRedirection();
		assertThat(post(fix, MARA, "offer", "redundant-regex@10:35", "version", "1")).hasStatus3xxRedirection();
		assertThat(this.lookup.get(change).edit(this.policy)).map(ChangeView.EditView::text)
			.contains(rules().replace("=~", "="));
		assertThat(post(fix, MARA, "offer", "redundant-regex@10:35", "version", "2")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("This cannot be fixed any more");
	}

	@Test
	void whenEditorIsShownThenItSaysHowManyReplicasAreAffected() {
		long change = opened(text("15s"));
		assertThat(get("/changes/" + change, MARA)).bodyText().contains("2 of ", "Same change on 2 replicas");
	}

	@Test
	void whenFormIsSavedThenLineEndsStayAsTheyWere() {
		long change = opened(text("15s"));
		assertThat(save(change, text("20s").replace("\n", "\r\n"), 1)).hasStatus3xxRedirection();
		assertThat(this.lookup.get(change).edit(this.policy)).map(ChangeView.EditView::text).contains(text("20s"));
	}

	@Test
	void whenTextBeginsWithALineFeedThenTheTextareaKeepsIt() {
		long change = opened("\n" + text("15s"));
		assertThat(get("/changes/" + change, MARA)).bodyText()
			.contains("data-marks=\"#inspector\">\n\nkind: ScrapeJobs");
	}

	@Test
	void whenSaveIsStaleThenBothTextsAreShownAndNothingIsLost() {
		long change = opened(text("15s"));
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		assertThat(save(change, text("30s"), 1)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("liu saved " + this.policy, "scrape_interval: 30s", "scrape_interval: 20s",
					"scrape_interval: 15s", "Save mine on top", "Copy mine as a new change", "Discard mine",
					"name=\"version\" value=\"2\"");
		assertThat(save(change, text("30s"), 2)).hasStatus3xxRedirection();
		assertThat(this.lookup.get(change).edit(this.policy)).map(ChangeView.EditView::text).contains(text("30s"));
	}

	@Test
	void whenStaleSaveTouchesOtherLinesThenBothAreMerged() {
		long change = opened(text("15s"));
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		assertThat(save(change, text("15s").replace("9100", "9101"), 1)).hasStatus3xxRedirection();
		assertThat(this.lookup.get(change).edit(this.policy)).map(ChangeView.EditView::text)
			.contains(text("20s").replace("9100", "9101"));
	}

	@Test
	void whenEditorSavesOnItsOwnThenItGetsTheNewVersion() {
		long change = opened(text("15s"));
		assertThat(autosave(change, text("20s"), 1)).hasStatus(HttpStatus.NO_CONTENT).hasHeader("ETag", "\"2\"");
	}

	@Test
	void whenEditorSavesLateThenItIsToldAndNothingIsMerged() {
		long change = opened(text("15s"));
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		assertThat(autosave(change, text("15s").replace("9100", "9101"), 1)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("liu saved " + this.policy);
		assertThat(this.lookup.get(change).edit(this.policy)).map(ChangeView.EditView::text).contains(text("20s"));
	}

	@Test
	void whenTextIsTooLargeThenTheFormSaysSoAndKeepsIt() {
		long change = opened(text("15s"));
		assertThat(save(change, "# much\n".repeat(400_000), 1)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("larger than 2 MiB", "# much\n# much");
	}

	@Test
	void whenMineIsCopiedThenANewChangeHoldsIt() {
		long change = opened(text("15s"));
		MvcTestResult copied = post("/changes", MARA, "title", "Copy", "policy", this.policy, "text", text("30s"),
				"version", "1", "baseNumber", "0");
		assertThat(copied).hasStatus3xxRedirection();
		String location = String.valueOf(copied.getResponse().getRedirectedUrl());
		assertThat(location).isNotEqualTo("/changes/" + change);
		assertThat(get(location, MARA)).bodyText().contains("scrape_interval: 30s");
	}

	@Test
	void whenChangeIsSubmittedThenTheReviewShowsRiskDiffAndApprovals() {
		long change = opened(text("15s"));
		MvcTestResult submitted = post("/changes/" + change + "/submit", MARA, "version", version(change));
		assertThat(submitted).hasStatus3xxRedirection();
		assertThat(get(String.valueOf(submitted.getResponse().getRedirectedUrl()), LIU)).hasStatusOk()
			.bodyText()
			.contains("Replicas: 2. Clusters: 1 (" + this.cluster + ")", "Scrape jobs added: " + this.policy, "0 of 1",
					"Same change on 2 replicas", "prometheus.yml", "Approve");
	}

	@Test
	void whenReviewIsReadInChineseThenItIsChinese() {
		RevisionSummary revision = submitted();
		assertThat(this.mvc.get()
			.uri("/revisions/" + revision.number())
			.header("Accept-Language", "zh-CN")
			.with(SignedIn.as(LIU))
			.exchange()).hasStatusOk().bodyText().contains("新增抓取任务：" + this.policy, "批准", "待审批");
	}

	@Test
	void whenAuthorReviewsThenApproveIsDisabledWithTheReason() {
		RevisionSummary revision = submitted();
		assertThat(get("/revisions/" + revision.number(), MARA)).bodyText()
			.contains("You wrote in r" + revision.number(), "aria-describedby=\"approve-why\" disabled=\"disabled\"");
	}

	@Test
	void whenReviewerApprovesByFormThenTheRolloutCanStart() {
		RevisionSummary revision = submitted();
		assertThat(post("/revisions/" + revision.number() + "/approve", LIU, "digest", revision.digest().hex(),
				"comment", "fine"))
			.hasStatus3xxRedirection();
		assertThat(get("/revisions/" + revision.number(), LIU)).bodyText()
			.contains("1 of 1", "fine", "/revisions/" + revision.number() + "/rollout");
	}

	@Test
	void whenChangesAreRequestedWithoutWordsThenThePageSaysSo() {
		RevisionSummary revision = submitted();
		assertThat(post("/revisions/" + revision.number() + "/request-changes", LIU, "digest", revision.digest().hex(),
				"comment", " "))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Say what has to change");
	}

	@Test
	void whenApprovalIsForAnotherDigestThenThePageSaysSo() {
		RevisionSummary revision = submitted();
		assertThat(post("/revisions/" + revision.number() + "/approve", LIU, "digest", "0".repeat(64), "comment", ""))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("is not what you reviewed");
	}

	@Test
	void whenSourceIsChosenThenThePolicyTextsAreCompared() {
		RevisionSummary revision = submitted();
		assertThat(get("/revisions/" + revision.number() + "?view=source", LIU)).hasStatusOk()
			.bodyText()
			.contains("kind: ScrapeJobs");
	}

	@Test
	void whenDifferenceIsLargeThenItIsLoadedInParts() {
		StringBuilder targets = new StringBuilder();
		for (int target = 0; target < 3_000; target++) {
			targets.append("          - 10.0.").append(target / 250).append('.').append(target % 250).append(":9100\n");
		}
		long change = opened(
				text("15s").replace("      - targets: ['127.0.0.1:9100']\n", "      - targets:\n" + targets));
		RevisionSummary revision = submit(change);
		assertThat(get("/revisions/" + revision.number(), LIU)).bodyText()
			.contains("too many to show at once", "/revisions/" + revision.number() + "/diff?replica=")
			.doesNotContain("10.0.3.7:9100");
		assertThat(get("/revisions/" + revision.number() + "/diff?path=prometheus.yml&replica=" + this.cluster + "-0",
				LIU))
			.hasStatusOk()
			.bodyText()
			.contains("10.0.3.7:9100");
	}

	@Test
	void whenDeletionConflictsThenItCanBeInsistedOn() {
		RevisionSummary revision = submitted();
		this.revisions.begin(revision.number(), MARA, "now");
		this.revisions.proven(revision.number());
		long deletion = this.drafts.open("Away", List.of(new Draft(this.policy, null, 1)), MARA);
		long change = this.drafts.open("Slower", List.of(new Draft(this.policy, text("30s"), 1)), MARA);
		this.revisions.begin(submit(change).number(), MARA, "now");
		assertThat(get("/changes/" + deletion, MARA)).bodyText().contains("Rebase puts the edits onto it");
		assertThat(get("/changes/" + deletion + "/edits/" + this.policy + "/rebase", MARA)).hasStatusOk()
			.bodyText()
			.contains("Delete it anyway", "scrape_interval: 30s", "name=\"baseNumber\" value=\"2\"");
		assertThat(post("/changes/" + deletion + "/edits/" + this.policy, MARA, "text", "", "version", "1",
				"baseNumber", "2", "delete", "true"))
			.hasStatus3xxRedirection();
		assertThat(this.lookup.preview(deletion).isSubmittable()).isTrue();
	}

	@Test
	void whenRevisionWasRolledBackThenTheChangeCanBeEditedAgain() {
		RevisionSummary revision = submitted();
		this.revisions.begin(revision.number(), MARA, "now");
		this.revisions.rolledBack(revision.number(), "targets went down");
		long change = Objects.requireNonNull(revision.changeNumber());
		assertThat(get("/changes/" + change, MARA)).bodyText().contains("Edit again").doesNotContain("data-autosave");
		assertThat(post("/changes/" + change + "/reopen", MARA, "version", version(change))).hasStatus3xxRedirection();
		assertThat(get("/changes/" + change, MARA)).bodyText().contains("Submit for review", "data-autosave");
		assertThat(get("/revisions/" + revision.number(), MARA)).bodyText().contains("Reason: targets went down");
	}

	@Test
	void whenHtmxAsksThenOnlyTheFragmentIsSent() {
		RevisionSummary revision = submitted();
		assertThat(this.mvc.get()
			.uri("/revisions/" + revision.number())
			.header("HX-Request", "true")
			.with(SignedIn.as(LIU))
			.exchange()).hasStatusOk().bodyText().contains("id=\"standing\"").doesNotContain("<html");
	}

	@Test
	void whenReaderOpensTheListThenThereIsNoButtonToMakeAChange() {
		opened(text("15s"));
		Actor reader = TestActors.with("ravi", Permission.READ);
		assertThat(get("/changes", reader)).hasStatusOk()
			.bodyText()
			.contains("Scrape the nodes")
			.doesNotContain("/changes/new");
		assertThat(post("/changes", reader, "title", "Mine")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void whenRestOpensSavesAndSubmitsThenARevisionStands() {
		MvcTestResult opened = json("POST", "/api/v1/changes", MARA, """
				{"title": "By REST", "edits": [{"policy": "%s", "text": %s}]}
				""".formatted(this.policy, quoted(text("15s"))), null);
		assertThat(opened).hasStatus(HttpStatus.CREATED);
		String location = String.valueOf(opened.getResponse().getHeader("Location"));
		String edit = location + "/edits/" + this.policy;
		assertThat(json("PUT", edit, MARA, "{\"text\": %s}".formatted(quoted(text("20s"))), null))
			.hasStatus(HttpStatus.PRECONDITION_REQUIRED);
		assertThat(json("PUT", edit, MARA, "{\"text\": %s}".formatted(quoted(text("20s"))), "\"7\""))
			.hasStatus(HttpStatus.PRECONDITION_FAILED);
		assertThat(json("PUT", edit, MARA, "{\"text\": %s}".formatted(quoted(text("20s"))), "\"1\"")).hasStatusOk()
			.hasHeader("ETag", "\"2\"");
		assertThat(get(location + "/preview", MARA)).hasStatusOk()
			.bodyJson()
			.hasPathSatisfying("$.submittable", (value) -> assertThat(value).isEqualTo(true))
			.hasPathSatisfying("$.affected.length()", (value) -> assertThat(value).isEqualTo(2));
		assertThat(json("POST", location + "/submit", MARA, "", null)).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
		String tag = String.valueOf(get(location, MARA).getResponse().getHeader("ETag"));
		MvcTestResult submitted = json("POST", location + "/submit", MARA, "", tag);
		assertThat(submitted).hasStatus(HttpStatus.CREATED);
		String revision = String.valueOf(submitted.getResponse().getHeader("Location"));
		assertThat(get(revision, LIU)).hasStatusOk()
			.bodyJson()
			.hasPathSatisfying("$.state", (value) -> assertThat(value).isEqualTo("AWAITING_APPROVAL"))
			.hasPathSatisfying("$.baseMoved", (value) -> assertThat(value).isEqualTo(false));
		assertThat(get(revision + "/diff", LIU)).hasStatusOk()
			.bodyJson()
			.hasPathSatisfying("$[0].replicas.length()", (value) -> assertThat(value).isEqualTo(2));
		assertThat(json("POST", revision + "/approve", LIU, "{\"digest\": \"%s\"}".formatted("0".repeat(64)), null))
			.hasStatus(HttpStatus.CONFLICT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "submit", "rebase", "reopen", "abandon" })
	void whenRestDecidesOnAnOldVersionThenItIsToldWhoDidWhatAndNothingHappens(String action) {
		long change = opened(text("15s"));
		String read = "\"%s\"".formatted(version(change));
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		ChangeView before = this.lookup.get(change);
		String uri = "/api/v1/changes/" + change + "/" + action;
		assertThat(json("POST", uri, MARA, "", null)).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
		assertThat(json("POST", uri, MARA, "", read)).hasStatus(HttpStatus.PRECONDITION_FAILED)
			.bodyText()
			.contains("revisions.change-stale", "liu saved " + this.policy);
		assertThat(this.lookup.get(change)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "submit", "rebase", "reopen", "abandon", "rename" })
	void whenAFormDecidesOnAnOldVersionThenThePageShowsWhoChangedWhat(String action) {
		long change = opened(text("15s"));
		String read = version(change);
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		ChangeView before = this.lookup.get(change);
		assertThat(post("/changes/" + change + "/" + action, MARA, "version", read, "title", "A better title"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("was written to since you read it", "liu saved " + this.policy, "What changed since you read it",
					"15s</b>", "20s</b>", "name=\"version\" data-change-version value=\"" + before.version() + "\"")
			.contains(action.equals("rename") ? "value=\"A better title\"" : "value=\"Scrape the nodes\"");
		assertThat(this.lookup.get(change)).isEqualTo(before);
	}

	@Test
	void whenEditorSavesOnItsOwnThenItLearnsTheVersionOfTheChangeUnlessOthersWroteToo() {
		long change = opened(text("15s"));
		String read = version(change);
		assertThat(autosave(change, text("20s"), 1, read)).hasHeader("X-Change-Version", version(change));
		String known = version(change);
		this.drafts.save(change, new Draft(this.policy + "-b", text("1m"), 0), 0, null, LIU);
		assertThat(autosave(change, text("30s"), 2, known)).hasStatus(HttpStatus.NO_CONTENT)
			.doesNotContainHeader("X-Change-Version");
	}

	@Test
	void whenAChangeWentIntoReviewThenASaveThatDoesNotKnowKeepsItsTextAndWithdrawsNothing() {
		RevisionSummary revision = submitted();
		long change = Objects.requireNonNull(revision.changeNumber());
		assertThat(autosave(change, text("20s"), 1)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("is in review as r" + revision.number());
		assertThat(save(change, text("20s"), 1)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("scrape_interval: 20s", "name=\"withdraws\" value=\"" + revision.number() + "\"");
		assertThat(this.lookup.get(change).state()).isEqualTo(ChangeState.SUBMITTED);
		assertThat(post("/changes/" + change + "/edits/" + this.policy, MARA, "text", text("20s"), "version", "1",
				"baseNumber", "0", "withdraws", String.valueOf(revision.number())))
			.hasStatus3xxRedirection();
		assertThat(this.lookup.get(change).state()).isEqualTo(ChangeState.OPEN);
	}

	@Test
	void whenARevisionIsDecidedOnWithoutItsDigestThenRestAsksForIt() {
		RevisionSummary revision = submitted();
		for (String action : List.of("approve", "request-changes", "return")) {
			assertThat(json("POST", "/api/v1/revisions/" + revision.number() + "/" + action, LIU,
					"{\"comment\": \"fine\"}", null))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("revisions.digest-invalid");
		}
		assertThat(json("POST", "/api/v1/revisions/" + revision.number() + "/withdraw", MARA,
				"{\"digest\": \"%s\"}".formatted(revision.digest().hex()), null))
			.hasStatus(HttpStatus.NO_CONTENT);
	}

	@Test
	void whenRestSubmitsErrorsThenTheProblemNamesTheirLines() {
		long change = opened(text("15s").replace("scrape_interval", "scrape_intervall"));
		assertThat(json("POST", "/api/v1/changes/" + change + "/submit", MARA, "", "\"%s\"".formatted(version(change))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("scrape_intervall", "\"line\":7");
	}

	private long opened(String text) {
		return this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text, 0)), MARA);
	}

	private RevisionSummary submit(long change) {
		return this.submissions.submit(change, this.lookup.get(change).version(), MARA);
	}

	private String version(long change) {
		return String.valueOf(this.lookup.get(change).version());
	}

	private RevisionSummary submitted() {
		return submit(opened(text("15s")));
	}

	private MvcTestResult save(long change, String text, long version) {
		return post("/changes/" + change + "/edits/" + this.policy, MARA, "text", text, "version",
				String.valueOf(version), "baseNumber", "0");
	}

	private MvcTestResult autosave(long change, String text, long version) {
		return autosave(change, text, version, "");
	}

	private MvcTestResult autosave(long change, String text, long version, String changeVersion) {
		return this.mvc.post()
			.uri("/changes/" + change + "/edits/" + this.policy)
			.header("X-Autosave", "true")
			.header("HX-Request", "true")
			.param("text", text)
			.param("version", String.valueOf(version))
			.param("baseNumber", "0")
			.param("changeVersion", changeVersion)
			.with(SignedIn.as(MARA))
			.exchange();
	}

	private MvcTestResult get(String uri, Actor actor) {
		MvcTestResult result = this.mvc.get().uri(uri).with(SignedIn.as(actor)).exchange();
		assertThat(result).bodyText().as("every message exists").doesNotContain("??");
		return result;
	}

	private MvcTestResult post(String uri, Actor actor, String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri).with(SignedIn.as(actor));
		for (int index = 0; index < parameters.length; index += 2) {
			request.param(parameters[index], parameters[index + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult json(String method, String uri, Actor actor, String body, @Nullable String ifMatch) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(HttpMethod.valueOf(method))
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(actor));
		if (ifMatch != null) {
			request.header("If-Match", ifMatch);
		}
		return request.exchange();
	}

	private static String quoted(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
	}

	private String rules() {
		return """
				kind: RuleGroups
				name: %s
				team: %s
				clusters: {matchLabels: {cluster: %s}}
				spec:
				  groups:
				    - name: nodes
				      rules:
				        - record: node:errors:rate1m
				          expr: rate(errors_total{job=~"node"}[1m])
				""".formatted(this.policy, this.team, this.cluster);
	}

	/** Rules with a test that passes for the job a. */
	private String testedRules(String job) {
		return """
				kind: RuleGroups
				name: %s
				team: %s
				clusters: {matchLabels: {cluster: %s}}
				spec:
				  groups:
				    - name: nodes
				      rules:
				        - {alert: Down, expr: up == 0, labels: {severity: page}}
				tests:
				  down.yml: |
				    tests:
				      - interval: 1m
				        input_series: [{series: 'up{job="a"}', values: '0x5'}]
				        alert_rule_test:
				          - {eval_time: 2m, alertname: Down, exp_alerts: [{exp_labels: {job: %s, severity: page}}]}
				""".formatted(this.policy, this.team, this.cluster, job);
	}

	private String text(String interval) {
		return """
				kind: ScrapeJobs
				name: %s
				team: %s
				clusters: {matchLabels: {cluster: %s}}
				spec:
				  - job_name: %s
				    scrape_interval: %s
				    static_configs:
				      - targets: ['127.0.0.1:9100']
				""".formatted(this.policy, this.team, this.cluster, this.policy, interval);
	}

}
