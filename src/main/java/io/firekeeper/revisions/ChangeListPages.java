package io.firekeeper.revisions;

import java.util.List;
import java.util.Locale;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.revisions.text.Lines;
import io.firekeeper.web.Htmx;
import io.firekeeper.web.Tab;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of changes, and opening one.
 */
@Controller
@RequestMapping("/changes")
class ChangeListPages {

	private final ChangeLookup lookup;

	private final Drafts drafts;

	private final Policies policies;

	ChangeListPages(ChangeLookup lookup, Drafts drafts, Policies policies) {
		this.lookup = lookup;
		this.drafts = drafts;
		this.policies = policies;
	}

	@GetMapping
	@Requires(Permission.READ)
	String list(@RequestParam(defaultValue = "ACTIVE") Filter show, @RequestParam(defaultValue = "false") boolean mine,
			Actor actor, Htmx htmx, Model model) {
		model.addAttribute("changes", this.lookup.list(show.states, mine ? actor.id() : null));
		model.addAttribute("mine", mine);
		model.addAttribute("show", show.name());
		model.addAttribute("mayEdit", actor.may(Permission.CHANGE_EDIT));
		model.addAttribute("tabs", List.of(Filter.values()).stream().map((filter) -> filter.tab(show, mine)).toList());
		return htmx.view("revisions/changes", "list");
	}

	/** A form with what a link asked for: a policy, maybe as it was at a version. */
	@GetMapping("/new")
	@Requires(Permission.CHANGE_EDIT)
	String form(@RequestParam(defaultValue = "") String policy, @RequestParam(defaultValue = "0") int version,
			@RequestParam(defaultValue = "") String title, Model model) {
		return form(new NewChange(title, policy, version, null, current(policy), policy), model);
	}

	@PostMapping
	@Requires(Permission.CHANGE_EDIT)
	String open(NewChange change, Actor actor, Model model, HttpServletResponse response) {
		try {
			long number = this.drafts.open(change.title(), drafts(change), actor);
			String selected = change.policy().isEmpty() ? "" : "?policy=" + change.policy();
			return "redirect:/changes/" + number + selected;
		}
		catch (Fault fault) {
			if (fault.kind() == FaultKind.FORBIDDEN) {
				throw fault;
			}
			model.addAttribute("fault", fault);
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(change, model);
		}
	}

	private String form(NewChange change, Model model) {
		model.addAttribute("form", change);
		model.addAttribute("policies", this.policies.current().stream().map(PolicyVersion::name).toList());
		return "revisions/new-change";
	}

	private List<Draft> drafts(NewChange change) {
		if (change.policy().isEmpty()) {
			return List.of();
		}
		String sent = change.text();
		if (sent != null) {
			String stored = text(change.policy(), change.baseNumber());
			return List.of(new Draft(change.policy(), Lines.withEndsOf(stored, sent), change.baseNumber()));
		}
		int base = change.wasRead() ? change.baseNumber() : current(change.policy());
		int shown = (change.wasRead() && change.version() > 0) ? change.version() : base;
		return List.of(new Draft(change.policy(), text(change.policy(), shown), base));
	}

	private int current(String policy) {
		return this.policies.current(policy).map(PolicyVersion::number).orElse(0);
	}

	private String text(String policy, int number) {
		if (number == 0) {
			return "";
		}
		return this.policies.version(policy, number)
			.map(PolicyVersion::text)
			.orElseThrow(() -> Fault.notFound("revisions.policy-version-unknown", policy, number));
	}

	/**
	 * What a person fills in.
	 *
	 * @param title what it is for
	 * @param policy the first policy to edit, empty for none
	 * @param version the version of it to begin with, 0 for the current one
	 * @param text the text to begin with, {@code null} for that version
	 * @param baseNumber the version that was current when the form was read
	 * @param read the policy that these versions are of; a person may choose another one
	 */
	record NewChange(String title, String policy, int version, @Nullable String text, int baseNumber,
			@Nullable String read) {

		NewChange {
			policy = (policy != null) ? policy : "";
			title = (title != null) ? title : "";
		}

		boolean wasRead() {
			return this.policy.equals(this.read);
		}

	}

	/** Which changes are listed. */
	enum Filter {

		ACTIVE(ChangeState.OPEN, ChangeState.SUBMITTED), OPEN(ChangeState.OPEN), SUBMITTED(ChangeState.SUBMITTED),
		ABANDONED(ChangeState.ABANDONED);

		private final List<ChangeState> states;

		Filter(ChangeState... states) {
			this.states = List.of(states);
		}

		Tab tab(Filter shown, boolean mine) {
			String href = "/changes?show=" + name() + (mine ? "&mine=true" : "");
			return Tab.of(href, "revisions.show." + name().toLowerCase(Locale.ROOT), this == shown);
		}

	}

}
