package io.firekeeper.rollouts;

import java.net.URI;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
import io.firekeeper.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Rollouts over REST. Commands carry in {@code If-Match} the version that was read: of
 * the rollout, or of the step that they are about. Both stand in the rollout's document.
 * It has no entity tag, since it changes with every progress.
 */
@RestController
@RequestMapping("/api/v1")
class RolloutApi {

	private final RolloutStart start;

	private final RolloutControl control;

	private final StepControl steps;

	private final RolloutViews views;

	private final RolloutList list;

	RolloutApi(RolloutStart start, RolloutControl control, StepControl steps, RolloutViews views, RolloutList list) {
		this.start = start;
		this.control = control;
		this.steps = steps;
		this.views = views;
		this.list = list;
	}

	@GetMapping("/rollouts")
	@Requires(Permission.READ)
	List<RolloutRow> list(@RequestParam(required = false) @Nullable RolloutState state,
			@RequestParam(required = false) @Nullable Long revision,
			@RequestParam(required = false) @Nullable String cluster, @RequestParam(defaultValue = "1") int page) {
		RolloutList.Filter filter = new RolloutList.Filter(state, revision, cluster);
		return this.list.rows(filter, Paging.of(page, this.list.count(filter)));
	}

	@GetMapping("/rollouts/{number}")
	@Requires(Permission.READ)
	RolloutView get(@PathVariable long number) {
		return this.views.of(number);
	}

	@PostMapping("/rollouts")
	@Requires(Permission.ROLLOUT_OPERATE)
	ResponseEntity<RolloutView> start(@RequestBody Start body, Actor actor) {
		return created(this.start.start(body.request(), actor));
	}

	/** Brings a replica that is new or came back to its cluster's head. */
	@PostMapping("/replicas/{replica}/catch-up")
	@Requires(Permission.ROLLOUT_OPERATE)
	ResponseEntity<RolloutView> catchUp(@PathVariable String replica, @RequestBody CatchUp body, Actor actor) {
		return created(this.start.catchUp(replica, body.head(), actor));
	}

	@PostMapping("/rollouts/{number}/pause")
	@Requires(Permission.ROLLOUT_OPERATE)
	RolloutView pause(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.control.pause(number, ETags.require(ifMatch), actor);
		return this.views.of(number);
	}

	@PostMapping("/rollouts/{number}/resume")
	@Requires(Permission.ROLLOUT_OPERATE)
	RolloutView resume(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.control.resume(number, ETags.require(ifMatch), actor);
		return this.views.of(number);
	}

	/** Brings every replica back that was touched. */
	@PostMapping("/rollouts/{number}/abort")
	@Requires(Permission.ROLLOUT_OPERATE)
	RolloutView abort(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody(required = false) @Nullable Reason body, Actor actor) {
		this.control.abort(number, ETags.require(ifMatch), Reason.textOf(body), actor);
		return this.views.of(number);
	}

	@PostMapping("/rollouts/{number}/steps/{replica}/retry")
	@Requires(Permission.ROLLOUT_OPERATE)
	RolloutView retry(@PathVariable long number, @PathVariable String replica,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.steps.retry(number, replica, ETags.require(ifMatch), actor);
		return this.views.of(number);
	}

	@PostMapping("/rollouts/{number}/steps/{replica}/skip")
	@Requires(Permission.ROLLOUT_OPERATE)
	RolloutView skip(@PathVariable long number, @PathVariable String replica,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody(required = false) @Nullable Reason body, Actor actor) {
		this.steps.skip(number, replica, ETags.require(ifMatch), Reason.textOf(body), actor);
		return this.views.of(number);
	}

	private ResponseEntity<RolloutView> created(long number) {
		return ResponseEntity.created(URI.create("/api/v1/rollouts/" + number)).body(this.views.of(number));
	}

	/**
	 * What to roll out, and how. What is missing takes its default.
	 *
	 * @param revision the revision
	 * @param digest its digest, as it was read
	 * @param strategy canary unless given
	 * @param sharePercent for rolling: the share of a cluster per wave
	 * @param soakSeconds how long a wave is watched, at least
	 * @param onFailure roll back unless given
	 * @param breakGlassReason why without approval
	 */
	record Start(long revision, @Nullable String digest, @Nullable Strategy strategy, @Nullable Integer sharePercent,
			@Nullable Integer soakSeconds, @Nullable OnFailure onFailure, @Nullable String breakGlassReason) {

		StartRequest request() {
			return new StartRequest(this.revision, StartRequest.digestOf(this.digest), parameters(),
					(this.breakGlassReason != null) ? this.breakGlassReason : "");
		}

		Parameters parameters() {
			return Parameters.of((this.strategy != null) ? this.strategy : Strategy.CANARY,
					(this.sharePercent != null) ? this.sharePercent : Parameters.DEFAULT_SHARE_PERCENT,
					(this.soakSeconds != null) ? this.soakSeconds : Parameters.DEFAULT_SOAK_SECONDS,
					(this.onFailure != null) ? this.onFailure : OnFailure.ROLL_BACK);
		}

	}

	/**
	 * Where a replica is to go.
	 *
	 * @param revision the head of its cluster, as it was read
	 */
	record CatchUp(@Nullable Long revision) {

		long head() {
			if (this.revision == null) {
				throw Fault.invalid("rollouts.head-missing");
			}
			return this.revision;
		}

	}

	/**
	 * Why.
	 *
	 * @param reason the person's words
	 */
	record Reason(@Nullable String reason) {

		static String textOf(@Nullable Reason body) {
			return (body != null && body.reason() != null) ? body.reason() : "";
		}

	}

}
