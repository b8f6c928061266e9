package io.firekeeper.rollouts;

import java.util.List;
import java.util.Map;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages and REST of rollouts, over a simulated fleet.
 */
@IntegrationTest
@Import({ SimulatedFleet.class, RecordedHeads.class, RolloutFixture.class })
class RolloutPagesIntegrationTests {

	private static final Actor OPERATOR = TestActors.with("olga", Permission.READ, Permission.ROLLOUT_OPERATE);

	private static final Actor VIEWER = TestActors.with("vera", Permission.READ);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private RolloutFixture rollouts;

	@Autowired
	private SimulatedReplicas fleet;

	@Autowired
	private Workers workers;

	@BeforeEach
	void driveByHand() {
		this.workers.stop();
		this.fleet.interruptBy((point) -> {
		});
	}

	@Test
	void whenARolloutWentWellThenThePageShowsWavesProofGateAndLog() {
		Rollout rollout = this.rollouts.drive(this.rollouts.start(this.fleet.cluster(2), SimulatedReplicas.AFTER,
				Strategy.CANARY, OnFailure.ROLL_BACK));
		MvcTestResult page = get("/rollouts/" + rollout.number(), VIEWER);
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("Wave 1 · canary", "Wave 2 · rest", "r1", "Verified", "✓ files", "Head series",
					"POST /-/reload sent", "Health gate of wave 1 passed");
		assertThat(page).bodyText().doesNotContain("??").doesNotContain("Pause</button>");
	}

	@Test
	void whenAReplicaFailedThenThePageShowsItsWordsAndTheThreeWaysOn() {
		List<SimulatedReplica> replicas = this.fleet.cluster(2);
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.PAUSE));
		assertThat(get("/rollouts/" + rollout.number(), OPERATOR)).hasStatusOk()
			.bodyText()
			.containsPattern("title=\"The step of [^\"]+ failed. Retry it[^\"]+\" disabled=\"disabled\">Resume<")
			.contains("failed to reload config: parse error", "Retry</button>", "Skip</button>", "Roll back…</button>",
					"1 replica goes back", replicas.getFirst().name() + " → r1");
		assertThat(get("/rollouts/" + rollout.number(), VIEWER)).bodyText()
			.contains("disabled")
			.doesNotContain("Retry</button>");
	}

	@Test
	void whenALaterRolloutChangedAMixedReplicaThenThePageOffersNoWayBack() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		replicas.getFirst().proven = null;
		replicas.getFirst().disk = null;
		Rollout mixed = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(get("/rollouts/" + mixed.number(), OPERATOR)).bodyText()
			.contains("ended before its health gate", "Retry the rollback</button>");
		Rollout later = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(get("/rollouts/" + mixed.number(), OPERATOR)).hasStatusOk()
			.bodyText()
			.contains("Rollout " + later.number() + " has changed " + replicas.getFirst().name() + " since")
			.doesNotContain("Retry the rollback</button>");
	}

	@Test
	void whenTheFirstRolloutGoesBackThenThePageSaysToWhatInBothLanguages() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		replicas.getFirst().proven = null;
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.BROKEN, Strategy.CANARY, OnFailure.PAUSE));
		assertThat(get("/rollouts/" + rollout.number(), OPERATOR)).hasStatusOk()
			.bodyText()
			.contains("before Firekeeper → r" + rollout.revision(),
					replicas.getFirst().name() + " → what ran before Firekeeper (bootstrap)");
		post("/rollouts/" + rollout.number() + "/abort?version=" + version(rollout), OPERATOR);
		this.rollouts.drive(rollout);
		assertThat(get("/rollouts/" + rollout.number(), OPERATOR)).bodyText()
			.contains("Rolled back", ">before Firekeeper<", "runs what ran before Firekeeper again, from bootstrap");
		assertThat(this.mvc.get()
			.uri("/rollouts/" + rollout.number())
			.header("Accept-Language", "zh-CN")
			.with(SignedIn.as(OPERATOR))).hasStatusOk().bodyText().contains("重新运行 Firekeeper 接管之前的内容，来自 bootstrap");
	}

	@Test
	void whenHtmxAsksThenOnlyTheFragmentComes() {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		assertThat(this.mvc.get()
			.uri("/rollouts/" + rollout.number())
			.header("HX-Request", "true")
			.with(SignedIn.as(OPERATOR))).hasStatusOk()
			.bodyText()
			.startsWith("<section id=\"rollout\"")
			.doesNotContain("<dialog");
		assertThat(this.mvc.get()
			.uri("/rollouts/" + rollout.number())
			.header("HX-Request", "true")
			.header("HX-Target", "div#effect")
			.with(SignedIn.as(OPERATOR))).hasStatusOk().bodyText().startsWith("<div id=\"effect\"");
		this.rollouts.drive(rollout);
	}

	@Test
	void whenThePageIsChineseThenNoEnglishSentenceIsLeft() {
		Rollout rollout = this.rollouts.drive(this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER,
				Strategy.CANARY, OnFailure.ROLL_BACK));
		assertThat(this.mvc.get().uri("/rollouts/" + rollout.number() + "?lang=zh").with(SignedIn.as(VIEWER)))
			.hasStatus3xxRedirection();
		assertThat(this.mvc.get()
			.uri("/rollouts/" + rollout.number())
			.header("Accept-Language", "zh-CN")
			.with(SignedIn.as(VIEWER))).hasStatusOk().bodyText().contains("批次 1 · 金丝雀", "健康门禁", "已校验");
	}

	@Test
	void whenARolloutFailedThenItsReasonIsWholeInTheReadersLanguage() {
		Rollout rollout = this.rollouts.drive(this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.BROKEN,
				Strategy.CANARY, OnFailure.ROLL_BACK));
		String name = rollout.steps().getFirst().replicaName();
		for (String uri : List.of("/rollouts/" + rollout.number(), "/rollouts?revision=" + rollout.revision())) {
			assertThat(get(uri, VIEWER)).bodyText()
				.contains(name + " failed: The replica refused the reload with status 500");
			assertThat(this.mvc.get().uri(uri).header("Accept-Language", "zh-CN").with(SignedIn.as(VIEWER)))
				.hasStatusOk()
				.bodyText()
				.contains(name + " 失败：副本以状态码 500 拒绝了重载")
				.doesNotContain("The replica refused");
		}
	}

	@Test
	void whenAGateFailedThenEachThingItSawIsALineOfTheLog() {
		List<SimulatedReplica> replicas = this.fleet.cluster(1);
		this.fleet.interruptBy((point) -> {
			if (point.startsWith("reloaded " + replicas.getFirst().name())) {
				replicas.getFirst().failingRules = Map.of("node: NodeDown", "many-to-many");
			}
		});
		Rollout rollout = this.rollouts
			.drive(this.rollouts.start(replicas, SimulatedReplicas.AFTER, Strategy.CANARY, OnFailure.PAUSE));
		assertThat(get("/rollouts/" + rollout.number(), OPERATOR)).bodyText()
			.contains("The health gate of wave 1 failed. On " + replicas.getFirst().name() + ", the rule",
					"Paused. Resume reads the gate again");
		assertThat(this.mvc.get()
			.uri("/rollouts/" + rollout.number())
			.header("Accept-Language", "zh-CN")
			.with(SignedIn.as(OPERATOR))).bodyText()
			.contains("批次 1 的健康门禁未通过。", replicas.getFirst().name() + " 上的规则 node: NodeDown 失败：many-to-many")
			.doesNotContain("health gate");
		post("/rollouts/" + rollout.number() + "/abort?version=" + version(rollout), OPERATOR);
		this.rollouts.drive(rollout);
	}

	@Test
	void whenAPersonPausedThenThePageSaysWho() {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		post("/rollouts/" + rollout.number() + "/pause?version=" + version(rollout), OPERATOR);
		assertThat(get("/rollouts?cluster=" + rollout.steps().getFirst().clusterName(), VIEWER)).bodyText()
			.contains("Paused by olga");
		post("/rollouts/" + rollout.number() + "/resume?version=" + version(rollout), OPERATOR);
		assertThat(this.rollouts.drive(rollout).reason()).isNull();
	}

	@Test
	void whenAPersonActsThenTheBrowserIsSentBackAndARefusalKeepsThePage() {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		String page = "/rollouts/" + rollout.number();
		String version = version(rollout);
		assertThat(post(page + "/pause?version=" + version, OPERATOR)).hasStatus3xxRedirection().hasRedirectedUrl(page);
		assertThat(post(page + "/abort?reason=wrong&version=" + version, OPERATOR)).hasStatus(409)
			.bodyText()
			.contains("since you read it", "Paused by olga", "value=\"wrong\"",
					"name=\"version\" value=\"" + version(rollout) + "\"");
		assertThat(post(page + "/pause?version=" + version(rollout), OPERATOR)).hasStatus(409)
			.bodyText()
			.contains("Only a running rollout can be paused", "<span>Paused</span>");
		assertThat(post(page + "/pause?version=" + version(rollout), VIEWER)).hasStatus(403);
		assertThat(post(page + "/abort?reason=wrong&version=" + version(rollout), OPERATOR)).hasStatus3xxRedirection();
		assertThat(this.rollouts.drive(rollout).state()).isEqualTo(RolloutState.ROLLED_BACK);
	}

	@Test
	void whenRolloutsAreListedThenFiltersHold() {
		Rollout rollout = this.rollouts.drive(this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER,
				Strategy.CANARY, OnFailure.ROLL_BACK));
		String cluster = rollout.steps().getFirst().clusterName();
		assertThat(get("/rollouts?cluster=" + cluster, VIEWER)).hasStatusOk().bodyText().contains(cluster, "1 / 1");
		assertThat(get("/rollouts?cluster=" + cluster + "&state=FAILED", VIEWER)).hasStatusOk()
			.bodyText()
			.contains("No rollout matches.");
	}

	@Test
	void whenAskedOverRestThenTheWholeRolloutIsTold() {
		Rollout rollout = this.rollouts.drive(this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.BROKEN,
				Strategy.CANARY, OnFailure.ROLL_BACK));
		MvcTestResult answer = get("/api/v1/rollouts/" + rollout.number(), VIEWER);
		assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("ROLLED_BACK");
		assertThat(answer).bodyJson().extractingPath("$.waves[0].steps[0].error").asString().contains("parse error");
		assertThat(answer).bodyJson().extractingPath("$.waves[0].steps[0].checks").asArray().hasSize(4);
		assertThat(answer).bodyJson().extractingPath("$.events[0].text").asString().isNotBlank();
		assertThat(get("/api/v1/rollouts?revision=" + rollout.revision(), VIEWER)).bodyJson()
			.extractingPath("$[0].number")
			.isEqualTo((int) rollout.number());
		assertThat(command(rollout, "/resume", version(rollout))).hasStatus(409)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo("rollouts.not-now.resume");
		assertThat(get("/api/v1/rollouts/999999", VIEWER)).hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pause", "/resume", "/abort", "/steps/%s/retry", "/steps/%s/skip" })
	void whenACommandOverRestIsOldThenItIsRefusedAndNothingHappens(String action) {
		Rollout rollout = this.rollouts.start(this.fleet.cluster(1), SimulatedReplicas.AFTER, Strategy.CANARY,
				OnFailure.ROLL_BACK);
		String path = action.formatted(rollout.steps().getFirst().replicaName());
		assertThat(command(rollout, path, null)).hasStatus(428);
		assertThat(command(rollout, path, "77")).hasStatus(412)
			.bodyJson()
			.extractingPath("$.errors[0].detail")
			.asString()
			.contains("started by");
		assertThat(this.rollouts.now(rollout)).satisfies((now) -> {
			assertThat(now.state()).isEqualTo(RolloutState.RUNNING);
			assertThat(now.steps()).extracting(Step::state).containsExactly(StepState.QUEUED);
		});
		this.rollouts.drive(rollout);
	}

	private MvcTestResult command(Rollout rollout, String path, @Nullable String version) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri("/api/v1/rollouts/" + rollout.number() + path)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"reason\": \"because\"}")
			.with(SignedIn.as(OPERATOR));
		if (version != null) {
			request.header("If-Match", "\"" + version + "\"");
		}
		return request.exchange();
	}

	private String version(Rollout rollout) {
		return String.valueOf(this.rollouts.now(rollout).version());
	}

	private MvcTestResult get(String uri, Actor actor) {
		return this.mvc.get().uri(uri).with(SignedIn.as(actor)).exchange();
	}

	private MvcTestResult post(String uri, Actor actor) {
		return this.mvc.post().uri(uri).with(SignedIn.as(actor)).exchange();
	}

}
