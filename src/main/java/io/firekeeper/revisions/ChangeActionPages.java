package io.firekeeper.revisions;

import java.util.function.Supplier;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
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
 * What people do with a change as a whole.
 */
@Controller
@RequestMapping("/changes/{number}")
class ChangeActionPages {

	private final Drafts drafts;

	private final Submissions submissions;

	private final ChangeLookup lookup;

	private final EditorPage page;

	ChangeActionPages(Drafts drafts, Submissions submissions, ChangeLookup lookup, EditorPage page) {
		this.drafts = drafts;
		this.submissions = submissions;
		this.lookup = lookup;
		this.page = page;
	}

	@GetMapping("/review")
	@Requires(Permission.READ)
	String review(@PathVariable long number) {
		Long revision = this.lookup.get(number).revision();
		return (revision != null) ? "redirect:/revisions/" + revision : "redirect:/changes/" + number;
	}

	@PostMapping("/submit")
	@Requires(Permission.CHANGE_EDIT)
	String submit(@PathVariable long number, @RequestParam long version, Actor actor, Model model,
			HttpServletResponse response) {
		return act(() -> "/revisions/" + this.submissions.submit(number, version, actor).number(), number, actor, model,
				response);
	}

	@PostMapping("/rebase")
	@Requires(Permission.CHANGE_EDIT)
	String rebase(@PathVariable long number, @RequestParam long version, Actor actor, Model model,
			HttpServletResponse response) {
		return act(() -> {
			this.drafts.rebase(number, version, actor);
			return "/changes/" + number;
		}, number, actor, model, response);
	}

	@PostMapping("/reopen")
	@Requires(Permission.CHANGE_EDIT)
	String reopen(@PathVariable long number, @RequestParam long version, Actor actor, Model model,
			HttpServletResponse response) {
		return act(() -> {
			this.drafts.reopen(number, version, actor);
			return "/changes/" + number;
		}, number, actor, model, response);
	}

	@PostMapping("/rename")
	@Requires(Permission.CHANGE_EDIT)
	String rename(@PathVariable long number, @RequestParam long version, @RequestParam String title, Actor actor,
			Model model, HttpServletResponse response) {
		model.addAttribute("typedTitle", title);
		return act(() -> {
			this.drafts.rename(number, version, title, actor);
			return "/changes/" + number;
		}, number, actor, model, response);
	}

	@PostMapping("/abandon")
	@Requires(Permission.CHANGE_EDIT)
	String abandon(@PathVariable long number, @RequestParam long version, Actor actor, Model model,
			HttpServletResponse response) {
		return act(() -> {
			this.drafts.abandon(number, version, actor);
			return "/changes";
		}, number, actor, model, response);
	}

	/** Goes where the action leads, or shows the editor with the reason why not. */
	private String act(Supplier<String> action, long number, Actor actor, Model model, HttpServletResponse response) {
		try {
			return "redirect:" + action.get();
		}
		catch (Fault fault) {
			return again(model, number, actor, fault, response);
		}
	}

	private String again(Model model, long number, Actor actor, Fault fault, HttpServletResponse response) {
		if (fault.kind() == FaultKind.NOT_FOUND || fault.kind() == FaultKind.FORBIDDEN) {
			throw fault;
		}
		this.page.show(model, number, "", actor);
		if (fault instanceof StaleChange stale) {
			model.addAttribute("missed", this.lookup.differences(number, stale.read()));
		}
		model.addAttribute("fault", fault);
		response.setStatus((fault.kind() == FaultKind.INVALID) ? HttpStatus.UNPROCESSABLE_CONTENT.value()
				: HttpStatus.CONFLICT.value());
		return EditorPage.VIEW;
	}

}
