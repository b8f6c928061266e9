package io.firekeeper.rollouts;

import java.time.Clock;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.Htmx;
import io.firekeeper.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of rollouts, and the live page of one.
 */
@Controller
class RolloutPages {

	private static final String VIEW = "rollouts/rollout";

	private final RolloutViews views;

	private final RolloutList list;

	private final RolloutControl control;

	private final StepControl steps;

	private final RolloutStart start;

	private final AppliedDiffs diffs;

	private final Clock clock;

	RolloutPages(RolloutViews views, RolloutList list, RolloutControl control, StepControl steps, RolloutStart start,
			AppliedDiffs diffs, Clock clock) {
		this.views = views;
		this.list = list;
		this.control = control;
		this.steps = steps;
		this.start = start;
		this.diffs = diffs;
		this.clock = clock;
	}

	@GetMapping("/rollouts")
	@Requires(Permission.READ)
	String list(@RequestParam(required = false) @Nullable RolloutState state,
			@RequestParam(required = false) @Nullable Long revision,
			@RequestParam(required = false) @Nullable String cluster, @RequestParam(defaultValue = "1") int page,
			Htmx htmx, Model model) {
		RolloutList.Filter filter = new RolloutList.Filter(state, revision, cluster);
		Paging paging = Paging.of(page, this.list.count(filter));
		model.addAttribute("filter", filter);
		model.addAttribute("states", RolloutState.values());
		model.addAttribute("paging", paging);
		model.addAttribute("rollouts", this.list.rows(filter, paging));
		return htmx.view("rollouts/list", "table");
	}

	@GetMapping("/rollouts/{number}")
	@Requires(Permission.READ)
	String show(@PathVariable long number, @RequestParam(required = false) @Nullable String replica, Actor actor,
			Htmx htmx, Model model) {
		fill(model, number, replica, actor, null);
		return htmx.view(VIEW, "effect".equals(htmx.target()) ? "effect" : "live");
	}

	@PostMapping("/rollouts/{number}/pause")
	@Requires(Permission.ROLLOUT_OPERATE)
	String pause(@PathVariable long number, @RequestParam long version, Actor actor, Model model,
			HttpServletResponse response) {
		return act(number, () -> this.control.pause(number, version, actor), actor, model, response);
	}

	@PostMapping("/rollouts/{number}/resume")
	@Requires(Permission.ROLLOUT_OPERATE)
	String resume(@PathVariable long number, @RequestParam long version, Actor actor, Model model,
			HttpServletResponse response) {
		return act(number, () -> this.control.resume(number, version, actor), actor, model, response);
	}

	@PostMapping("/rollouts/{number}/abort")
	@Requires(Permission.ROLLOUT_OPERATE)
	String abort(@PathVariable long number, @RequestParam long version, @RequestParam(defaultValue = "") String reason,
			Actor actor, Model model, HttpServletResponse response) {
		model.addAttribute("typedReason", reason);
		return act(number, () -> this.control.abort(number, version, reason, actor), actor, model, response);
	}

	@PostMapping("/rollouts/{number}/steps/{replica}/retry")
	@Requires(Permission.ROLLOUT_OPERATE)
	String retry(@PathVariable long number, @PathVariable String replica, @RequestParam long version, Actor actor,
			Model model, HttpServletResponse response) {
		return act(number, () -> this.steps.retry(number, replica, version, actor), actor, model, response);
	}

	@PostMapping("/rollouts/{number}/steps/{replica}/skip")
	@Requires(Permission.ROLLOUT_OPERATE)
	String skip(@PathVariable long number, @PathVariable String replica, @RequestParam long version,
			@RequestParam(defaultValue = "") String reason, Actor actor, Model model, HttpServletResponse response) {
		model.addAttribute("typedReason", reason);
		return act(number, () -> this.steps.skip(number, replica, version, reason, actor), actor, model, response);
	}

	/** Brings a replica that is new or came back to its cluster's head. */
	@PostMapping("/replicas/{replica}/catch-up")
	@Requires(Permission.ROLLOUT_OPERATE)
	String catchUp(@PathVariable String replica, @RequestParam long revision, Actor actor) {
		return "redirect:/rollouts/" + this.start.catchUp(replica, revision, actor);
	}

	private String act(long number, Runnable action, Actor actor, Model model, HttpServletResponse response) {
		try {
			action.run();
			return "redirect:/rollouts/" + number;
		}
		catch (Fault fault) {
			response.setStatus(Statuses.of(fault));
			fill(model, number, null, actor, fault);
			return VIEW;
		}
	}

	private void fill(Model model, long number, @Nullable String replica, Actor actor, @Nullable Fault fault) {
		RolloutView rollout = this.views.of(number);
		RolloutStakes stakes = this.views.stakes(number);
		model.addAttribute("rollout", rollout);
		model.addAttribute("elapsed", Durations.text(rollout.startedAt(),
				(rollout.endedAt() != null) ? rollout.endedAt() : this.clock.instant()));
		model.addAttribute("gates", GateSummary.of(rollout.waves()));
		model.addAttribute("returns", stakes.returns());
		model.addAttribute("mayOperate", stakes.allow(actor));
		model.addAttribute("replica", replica);
		model.addAttribute("diffs", (replica != null) ? this.diffs.of(number, replica) : List.of());
		model.addAttribute("fault", fault);
	}

}
