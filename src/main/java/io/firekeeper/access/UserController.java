package io.firekeeper.access;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of accounts.
 */
@Controller
class UserController {

	private static final String LIST = "redirect:/access/users";

	private static final String NEW_PAGE = "access/new-user";

	private static final String PAGE = "access/user";

	private static final String FORM = "form";

	private final UserRegistry users;

	private final TeamRegistry teams;

	UserController(UserRegistry users, TeamRegistry teams) {
		this.users = users;
		this.teams = teams;
	}

	@ModelAttribute
	void choices(Model model) {
		model.addAttribute("tabs", AccessTabs.of("users"));
		model.addAttribute("roles", Role.values());
		model.addAttribute("teamRoles", List.of(Role.VIEWER, Role.EDITOR, Role.APPROVER, Role.OPERATOR));
		model.addAttribute("teams", this.teams.list());
	}

	@GetMapping("/access")
	@Requires(Permission.READ)
	String start() {
		return LIST;
	}

	@GetMapping("/access/users")
	@Requires(Permission.READ)
	String list(Model model) {
		model.addAttribute("users", this.users.list());
		return "access/users";
	}

	@GetMapping("/access/new-user")
	@Requires(Permission.ACCESS_ADMIN)
	String empty(Model model) {
		model.addAttribute(FORM, new NewUser("", "", "", List.of()));
		return NEW_PAGE;
	}

	@PostMapping("/access/users")
	@Requires(Permission.ACCESS_ADMIN)
	String create(@RequestParam String name, @RequestParam String displayName, @RequestParam String password,
			@RequestParam(name = "role", defaultValue = "") List<String> roles, Actor actor, Model model,
			HttpServletResponse response) {
		NewUser form = new NewUser(name, displayName, password, roles);
		try {
			return LIST + "/" + this.users.create(actor, form).name();
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			model.addAttribute(FORM, form);
			return NEW_PAGE;
		}
	}

	@GetMapping("/access/users/{name}")
	@Requires(Permission.READ)
	String page(@PathVariable String name, Model model) {
		UserView user = this.users.get(name);
		return page(user, new UserChange(user.displayName(), user.disabled(), user.roles()), model);
	}

	@PostMapping("/access/users/{name}")
	@Requires(Permission.ACCESS_ADMIN)
	String change(@PathVariable String name, @RequestParam long version, @RequestParam String displayName,
			@RequestParam(defaultValue = "false") boolean disabled,
			@RequestParam(name = "role", defaultValue = "") List<String> roles, Actor actor, Model model,
			HttpServletResponse response) {
		UserChange form = new UserChange(displayName, disabled, roles);
		try {
			this.users.change(actor, name, version, form);
			return LIST + "/" + name;
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			return page(this.users.get(name), form, model);
		}
	}

	@PostMapping("/access/users/{name}/password")
	@Requires(Permission.ACCESS_ADMIN)
	String password(@PathVariable String name, @RequestParam long version, @RequestParam String password, Actor actor,
			Model model, HttpServletResponse response) {
		try {
			this.users.setPassword(actor, name, version, password);
			return LIST + "/" + name;
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			return page(name, model);
		}
	}

	private static String page(UserView user, UserChange form, Model model) {
		model.addAttribute("user", user);
		model.addAttribute(FORM, form);
		model.addAttribute("version", user.version());
		return PAGE;
	}

}
