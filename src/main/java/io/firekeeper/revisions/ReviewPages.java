package io.firekeeper.revisions;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.Htmx;
import io.firekeeper.web.Tab;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The review of a revision.
 */
@Controller
@RequestMapping("/revisions/{number}")
class ReviewPages {

	private static final String VIEW = "revisions/revision";

	private final RevisionLookup lookup;

	private final Reviews reviews;

	private final Revisions revisions;

	private final RemarkTexts remarks;

	ReviewPages(RevisionLookup lookup, Reviews reviews, Revisions revisions, RemarkTexts remarks) {
		this.lookup = lookup;
		this.reviews = reviews;
		this.revisions = revisions;
		this.remarks = remarks;
	}

	@GetMapping
	@Requires(Permission.READ)
	String show(@PathVariable long number, @RequestParam(defaultValue = "rendered") String view, Actor actor, Htmx htmx,
			Model model) {
		fill(model, number, view, actor);
		return htmx.view(VIEW, "standing");
	}

	/** A part of a difference that is too large to be shown at once. */
	@GetMapping("/diff")
	@Requires(Permission.READ)
	String diff(@PathVariable long number, @RequestParam String replica, @RequestParam String path,
			@RequestParam(defaultValue = "0") int from, Htmx htmx, Model model) {
		model.addAttribute("number", number);
		model.addAttribute("page", this.lookup.page(number, replica, path, Math.max(0, from)));
		return htmx.view("revisions/diff", "part");
	}

	@PostMapping("/approve")
	@Requires(Permission.REVISION_APPROVE)
	String approve(@PathVariable long number, @RequestParam String digest,
			@RequestParam(defaultValue = "") String comment, Actor actor, Model model, HttpServletResponse response) {
		return act(() -> this.reviews.approve(number, RevisionApi.digestOf(digest), comment, actor), number, comment,
				actor, model, response);
	}

	@PostMapping("/request-changes")
	@Requires(Permission.REVISION_APPROVE)
	String requestChanges(@PathVariable long number, @RequestParam String digest,
			@RequestParam(defaultValue = "") String comment, Actor actor, Model model, HttpServletResponse response) {
		return act(() -> this.reviews.requestChanges(number, RevisionApi.digestOf(digest), comment, actor), number,
				comment, actor, model, response);
	}

	@PostMapping("/withdraw")
	@Requires(Permission.CHANGE_EDIT)
	String withdraw(@PathVariable long number, @RequestParam String digest, Actor actor, Model model,
			HttpServletResponse response) {
		return act(() -> this.reviews.withdraw(number, RevisionApi.digestOf(digest), actor), number, "", actor, model,
				response);
	}

	/** Makes an approved revision that returns to this one. */
	@PostMapping("/return")
	@Requires(Permission.ROLLOUT_OPERATE)
	String returnTo(@PathVariable long number, @RequestParam String digest,
			@RequestParam(defaultValue = "") String comment, Actor actor, Model model, HttpServletResponse response) {
		try {
			return "redirect:/revisions/"
					+ this.revisions.returnTo(number, RevisionApi.digestOf(digest), actor, comment).number();
		}
		catch (Fault fault) {
			return refused(fault, number, comment, actor, model, response);
		}
	}

	private String act(Runnable action, long number, String comment, Actor actor, Model model,
			HttpServletResponse response) {
		try {
			action.run();
			return "redirect:/revisions/" + number;
		}
		catch (Fault fault) {
			return refused(fault, number, comment, actor, model, response);
		}
	}

	private String refused(Fault fault, long number, String comment, Actor actor, Model model,
			HttpServletResponse response) {
		if (fault.kind() == FaultKind.NOT_FOUND || fault.kind() == FaultKind.FORBIDDEN) {
			throw fault;
		}
		fill(model, number, "rendered", actor);
		model.addAttribute("fault", fault);
		model.addAttribute("comment", comment);
		response.setStatus((fault.kind() == FaultKind.INVALID) ? HttpStatus.UNPROCESSABLE_CONTENT.value()
				: HttpStatus.CONFLICT.value());
		return VIEW;
	}

	private void fill(Model model, long number, String view, Actor actor) {
		RevisionView revision = this.lookup.get(number);
		boolean source = view.equals("source");
		model.addAttribute("revision", revision);
		model.addAttribute("remarks", this.remarks.documents(revision.findings().stream().map(Remark::of).toList()));
		model.addAttribute("risk", revision.risk());
		model.addAttribute("choices", ReviewChoices.of(revision, actor));
		model.addAttribute("standing", ReviewChoices.sentence(revision.summary().state(), "r" + number));
		model.addAttribute("tone", RevisionTone.of(revision.summary().state()));
		model.addAttribute("source", source);
		model.addAttribute("tabs", List.of(Tab.of("/revisions/" + number, "revisions.rendered", !source),
				Tab.of("/revisions/" + number + "?view=source", "revisions.source", source)));
		if (source) {
			model.addAttribute("sources", this.lookup.source(number));
		}
		else {
			model.addAttribute("groups", this.lookup.rendered(number));
		}
	}

}
