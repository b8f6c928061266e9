package io.firekeeper.access;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of one's own account.
 */
@Controller
class AccountController {

	private static final String PAGE = "access/account";

	private final OwnPassword ownPassword;

	private final UserRegistry users;

	AccountController(OwnPassword ownPassword, UserRegistry users) {
		this.ownPassword = ownPassword;
		this.users = users;
	}

	@GetMapping("/account")
	@Requires(Permission.READ)
	String page(Actor actor, Model model) {
		model.addAttribute("user", this.users.get(actor.name()));
		return PAGE;
	}

	@PostMapping("/account/password")
	@Requires(Permission.READ)
	String password(@RequestParam String current, @RequestParam String password, Actor actor,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		try {
			this.ownPassword.change(actor, current, password);
			SessionStart.begin(request, actor);
			return "redirect:/account";
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			return page(actor, model);
		}
	}

}
