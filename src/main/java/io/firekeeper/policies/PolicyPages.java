package io.firekeeper.policies;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.Htmx;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of policies. They only show: every edit is a change.
 */
@Controller
class PolicyPages {

	private final PolicyViews views;

	PolicyPages(PolicyViews views) {
		this.views = views;
	}

	@GetMapping("/policies")
	@Requires(Permission.READ)
	String policies(PolicyFilter filter, Actor actor, Htmx htmx, Model model) {
		model.addAttribute("filter", filter);
		model.addAttribute("policies", this.views.current(filter));
		model.addAttribute("kinds", PolicyKind.documentNames());
		model.addAttribute("teams", this.views.teams());
		model.addAttribute("mayEdit", actor.may(Permission.CHANGE_EDIT));
		return htmx.view("policies/policies", "policies");
	}

	@GetMapping("/policies/{name}")
	@Requires(Permission.READ)
	String policy(@PathVariable String name, @RequestParam(required = false) @Nullable Integer version, Actor actor,
			Htmx htmx, Model model) {
		var history = this.views.history(name);
		PolicyView current = this.views.current(name).orElse(null);
		PolicyView shown = (version != null) ? this.views.version(name, version) : current;
		model.addAttribute("name", name);
		model.addAttribute("history", history);
		model.addAttribute("current", current);
		model.addAttribute("policy", shown);
		model.addAttribute("mayEdit", actor.may(Permission.CHANGE_EDIT, history.getFirst().team()));
		return htmx.view("policies/policy", "policy");
	}

}
