package io.firekeeper.revisions;

import java.util.Objects;
import java.util.Optional;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.revisions.text.Lines;
import io.firekeeper.revisions.text.Merge;
import io.firekeeper.web.ETags;
import io.firekeeper.web.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The editor of a change. A save that came late is merged where that is safe; otherwise
 * the person sees all three texts.
 */
@Controller
@RequestMapping("/changes/{number}")
class ChangeEditorPages {

	/** Tells the editor which version of the change its save led to. */
	private static final String CHANGE_VERSION = "X-Change-Version";

	private final EditorPage page;

	private final Drafts drafts;

	private final ChangeLookup lookup;

	private final Policies policies;

	ChangeEditorPages(EditorPage page, Drafts drafts, ChangeLookup lookup, Policies policies) {
		this.page = page;
		this.drafts = drafts;
		this.lookup = lookup;
		this.policies = policies;
	}

	@GetMapping
	@Requires(Permission.READ)
	String show(@PathVariable long number, @RequestParam(defaultValue = "") String policy, Actor actor, Htmx htmx,
			Model model) {
		this.page.show(model, number, policy, actor);
		return htmx.view(EditorPage.VIEW, "inspector");
	}

	/** Takes a policy into the change: to edit it, to delete it, or a new one. */
	@PostMapping("/edits")
	@Requires(Permission.CHANGE_EDIT)
	String add(@PathVariable long number, NewEdit edit, Actor actor, Model model, HttpServletResponse response) {
		try {
			this.drafts.save(number, draft(edit), 0, edit.withdraws(), actor);
			return redirect(number, edit.policy());
		}
		catch (Fault fault) {
			return again(model, number, "", actor, fault, response);
		}
	}

	private Draft draft(NewEdit edit) {
		Optional<PolicyVersion> current = this.policies.current(edit.policy());
		int base = current.map(PolicyVersion::number).orElse(0);
		return switch (edit.action()) {
			case EDIT -> new Draft(edit.policy(), current.map(PolicyVersion::text)
				.orElseThrow(() -> Fault.notFound("revisions.policy-unknown", edit.policy())), base);
			case DELETE -> new Draft(edit.policy(), null, base);
			case CREATE -> new Draft(edit.policy(), edit.starter(), 0);
		};
	}

	@PostMapping("/edits/{policy}")
	@Requires(Permission.CHANGE_EDIT)
	String save(@PathVariable long number, @PathVariable String policy, SentText sent, Actor actor, Model model,
			HttpServletResponse response) {
		Draft draft = draft(number, policy, sent);
		try {
			save(number, draft, sent, actor);
			return redirect(number, policy);
		}
		catch (StaleEdit stale) {
			return conflict(model, number, stale.sides(), stale, response);
		}
		catch (Fault fault) {
			model.addAttribute("unsaved", draft);
			model.addAttribute("unsavedVersion", sent.version());
			return again(model, number, policy, actor, fault, response);
		}
	}

	/**
	 * A save that the editor makes on its own. It is never merged: the editor goes on
	 * with the text that it has. It learns the new version of the change only when it had
	 * read the one before: what others did in between has to be read first.
	 */
	@PostMapping(path = "/edits/{policy}", headers = "X-Autosave=true")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<Void> autosave(@PathVariable long number, @PathVariable String policy, SentText sent, Actor actor) {
		SavedEdit saved = this.drafts.save(number, draft(number, policy, sent), sent.version(), sent.withdraws(),
				actor);
		ResponseEntity.HeadersBuilder<?> answer = ResponseEntity.noContent().eTag(ETags.of(saved.edit().version()));
		if (Objects.equals(sent.changeVersion(), saved.changeBefore())) {
			answer.header(CHANGE_VERSION, String.valueOf(saved.change()));
		}
		return answer.build();
	}

	private void save(long number, Draft draft, SentText sent, Actor actor) {
		try {
			this.drafts.save(number, draft, sent.version(), sent.withdraws(), actor);
		}
		catch (StaleEdit stale) {
			if (stale.sides().theirVersion() > 0 && stale.sides().merge() instanceof Merge.Clean clean) {
				Draft merged = new Draft(draft.policy(), clean.text(), stale.sides().theirNumber());
				this.drafts.save(number, merged, stale.sides().theirVersion(), sent.withdraws(), actor);
				return;
			}
			throw stale;
		}
	}

	private Draft draft(long number, String policy, SentText sent) {
		String stored = this.lookup.get(number)
			.edit(policy)
			.map(ChangeView.EditView::text)
			.or(() -> this.policies.version(policy, sent.baseNumber()).map(PolicyVersion::text))
			.orElse("");
		return new Draft(policy, sent.textFor(policy, stored), sent.baseNumber());
	}

	/**
	 * Makes the edit that a finding offers. It is never merged: its place may have moved.
	 */
	@PostMapping("/edits/{policy}/fix")
	@Requires(Permission.CHANGE_EDIT)
	String fix(@PathVariable long number, @PathVariable String policy, @RequestParam String offer,
			@RequestParam long version, Actor actor, Model model, HttpServletResponse response) {
		try {
			ChangeView.EditView edit = this.lookup.get(number)
				.edit(policy)
				.orElseThrow(() -> Fault.notFound("revisions.policy-unknown", policy));
			String fixed = OfferedFixes.apply(edit.text(), offer)
				.orElseThrow(() -> Fault.conflict("revisions.fix-gone", policy));
			this.drafts.save(number, new Draft(policy, fixed, edit.baseVersion()), version, null, actor);
			return redirect(number, policy);
		}
		catch (Fault fault) {
			return again(model, number, policy, actor, fault, response);
		}
	}

	@PostMapping("/edits/{policy}/remove")
	@Requires(Permission.CHANGE_EDIT)
	String remove(@PathVariable long number, @PathVariable String policy, @RequestParam long version,
			@RequestParam(required = false) @Nullable Long withdraws, Actor actor, Model model,
			HttpServletResponse response) {
		try {
			this.drafts.remove(number, policy, version, withdraws, actor);
			return redirect(number, "");
		}
		catch (Fault fault) {
			return again(model, number, policy, actor, fault, response);
		}
	}

	/** Where the page of a refused write is read again. */
	@GetMapping({ "/edits", "/edits/{policy}", "/edits/{policy}/fix", "/edits/{policy}/remove" })
	@Requires(Permission.READ)
	String back(@PathVariable long number, @PathVariable(required = false) @Nullable String policy) {
		return redirect(number, (policy != null) ? policy : "");
	}

	/** An edit beside what became current since it began. */
	@GetMapping("/edits/{policy}/rebase")
	@Requires(Permission.READ)
	String rebasing(@PathVariable long number, @PathVariable String policy, Model model) {
		return conflict(model, number, this.drafts.rebasing(number, policy));
	}

	private String conflict(Model model, long number, StaleEdit.Sides sides, Fault fault,
			HttpServletResponse response) {
		model.addAttribute("fault", fault);
		response.setStatus(HttpStatus.CONFLICT.value());
		return conflict(model, number, sides);
	}

	private String conflict(Model model, long number, StaleEdit.Sides sides) {
		model.addAttribute("change", this.lookup.get(number));
		model.addAttribute("sides", sides);
		model.addAttribute("difference", FileDiffs.of(sides.policy(), text(sides.theirs()), text(sides.mine())));
		return "revisions/conflict";
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private String again(Model model, long number, String policy, Actor actor, Fault fault,
			HttpServletResponse response) {
		if (fault.kind() == FaultKind.NOT_FOUND || fault.kind() == FaultKind.FORBIDDEN) {
			throw fault;
		}
		this.page.show(model, number, policy, actor);
		model.addAttribute("fault", fault);
		response.setStatus((fault.kind() == FaultKind.INVALID) ? HttpStatus.UNPROCESSABLE_CONTENT.value()
				: HttpStatus.CONFLICT.value());
		return EditorPage.VIEW;
	}

	private static String redirect(long number, String policy) {
		return "redirect:/changes/" + number + (policy.isEmpty() ? "" : "?policy=" + policy);
	}

	/**
	 * A policy to take in.
	 *
	 * @param action what to do with it
	 * @param policy its name
	 * @param kind the kind of a new policy
	 * @param team the team of a new policy
	 * @param withdraws the revision that the person knows to withdraw by it
	 */
	record NewEdit(Action action, String policy, @Nullable PolicyKind kind, @Nullable String team,
			@Nullable Long withdraws) {

		String starter() {
			return StarterTexts.of((this.kind != null) ? this.kind : PolicyKind.SCRAPE_JOBS, this.policy,
					(this.team != null) ? this.team : "");
		}

	}

	/** What to do with a policy. */
	enum Action {

		EDIT, DELETE, CREATE

	}

	/**
	 * What the form sent.
	 *
	 * @param text as the browser sent it
	 * @param version the version of the edit that was read
	 * @param baseNumber the policy version that it is based on
	 * @param delete whether the policy is to be deleted
	 * @param withdraws the revision that the person knows to withdraw by it
	 * @param changeVersion the version of the change that was read
	 */
	record SentText(@Nullable String text, long version, int baseNumber, @Nullable Boolean delete,
			@Nullable Long withdraws, @Nullable Long changeVersion) {

		/** The text with the line ends that the stored one has. */
		@Nullable String textFor(String policy, String stored) {
			if (Boolean.TRUE.equals(this.delete)) {
				return null;
			}
			if (this.text == null) {
				throw Fault.invalid("revisions.text-missing", policy);
			}
			return Lines.withEndsOf(stored, this.text);
		}

	}

}
