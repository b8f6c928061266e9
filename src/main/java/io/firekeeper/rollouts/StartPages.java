package io.firekeeper.rollouts;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.RevisionSummary;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.web.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Starting rollouts: the form with its planned waves.
 */
@Controller
class StartPages {

	private static final String VIEW = "rollouts/start";

	private final Revisions revisions;

	private final RolloutStart start;

	StartPages(Revisions revisions, RolloutStart start) {
		this.revisions = revisions;
		this.start = start;
	}

	@GetMapping("/rollouts/new")
	@Requires(Permission.READ)
	String from(@RequestParam long revision) {
		return "redirect:/revisions/" + revision + "/rollout";
	}

	@GetMapping("/revisions/{revision}/rollout")
	@Requires(Permission.READ)
	String form(@PathVariable long revision, StartForm form, Actor actor, Htmx htmx, Model model,
			HttpServletResponse response) {
		try {
			fill(model, revision, form, this.start.plan(revision, form.parameters()), null, actor);
		}
		catch (Fault fault) {
			return refused(fault, revision, form, actor, model, response);
		}
		return htmx.view(VIEW, "plan");
	}

	@PostMapping("/revisions/{revision}/rollout")
	@Requires(Permission.ROLLOUT_OPERATE)
	String start(@PathVariable long revision, StartForm form, Actor actor, Model model, HttpServletResponse response) {
		try {
			return "redirect:/rollouts/" + this.start.start(form.request(revision), actor);
		}
		catch (Fault fault) {
			return refused(fault, revision, form, actor, model, response);
		}
	}

	private String refused(Fault fault, long revision, StartForm form, Actor actor, Model model,
			HttpServletResponse response) {
		fill(model, revision, form, List.of(), fault, actor);
		response.setStatus(Statuses.of(fault));
		return VIEW;
	}

	private void fill(Model model, long number, StartForm form, List<PlannedWave> plan, @Nullable Fault fault,
			Actor actor) {
		RevisionSummary revision = this.revisions.find(number)
			.orElseThrow(() -> Fault.notFound("rollouts.no-such-revision", number));
		model.addAttribute("revision", revision);
		model.addAttribute("form", form.complete());
		model.addAttribute("plan", plan);
		model.addAttribute("fault", fault);
		model.addAttribute("strategies", Strategy.values());
		model.addAttribute("choices", OnFailure.values());
		model.addAttribute("mayStart",
				revision.teams().stream().allMatch((team) -> actor.may(Permission.ROLLOUT_OPERATE, team)));
		model.addAttribute("glass", revision.state() == RevisionState.AWAITING_APPROVAL
				&& revision.teams().stream().allMatch((team) -> actor.may(Permission.BREAK_GLASS, team)));
	}

}
