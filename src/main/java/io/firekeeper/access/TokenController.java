package io.firekeeper.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of API tokens. A new token's text is part of the answer that creates it and
 * never shown again.
 */
@Controller
class TokenController {

	private static final String PAGE = "access/tokens";

	private final TokenRegistry tokens;

	private final TeamRegistry teams;

	TokenController(TokenRegistry tokens, TeamRegistry teams) {
		this.tokens = tokens;
		this.teams = teams;
	}

	@GetMapping("/access/tokens")
	@Requires(Permission.READ)
	String list(Actor actor, Model model) {
		return page(actor, new TokenForm("", Set.of(Permission.READ), "", 90), model);
	}

	@PostMapping("/access/tokens")
	@Requires(Permission.READ)
	String create(@RequestParam String name,
			@RequestParam(name = "permission", defaultValue = "") Set<Permission> permissions,
			@RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "0") int days, Actor actor,
			Model model, HttpServletResponse response) {
		TokenForm form = new TokenForm(name, permissions, team, days);
		try {
			model.addAttribute("issued", this.tokens.create(actor, form.token()));
			return list(actor, model);
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			return page(actor, form, model);
		}
	}

	@PostMapping("/access/tokens/{id}/revoke")
	@Requires(Permission.READ)
	String revoke(@PathVariable UUID id, Actor actor) {
		this.tokens.revoke(actor, id);
		return "redirect:/access/tokens";
	}

	private String page(Actor actor, TokenForm form, Model model) {
		model.addAttribute("tabs", AccessTabs.of("tokens"));
		model.addAttribute("tokens", this.tokens.list(actor));
		model.addAttribute("teams", this.teams.list());
		model.addAttribute("permissions", Arrays.stream(Permission.values()).filter(actor::may).toList());
		model.addAttribute("form", form);
		return PAGE;
	}

	/**
	 * What the form sends.
	 *
	 * @param name the token's name
	 * @param permissions what it is for
	 * @param team the only team, empty for all
	 * @param days how long it works
	 */
	record TokenForm(String name, Set<Permission> permissions, String team, int days) {

		NewToken token() {
			@Nullable String only = this.team.isEmpty() ? null : this.team;
			return new NewToken(this.name, this.permissions, only, Duration.ofDays(this.days));
		}

	}

}
