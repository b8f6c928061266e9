package io.firekeeper.access;

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
 * The pages of teams.
 */
@Controller
class TeamController {

	private static final String LIST = "redirect:/access/teams";

	private static final String NEW_PAGE = "access/new-team";

	private static final String PAGE = "access/team";

	private static final String FORM = "form";

	private final TeamRegistry teams;

	TeamController(TeamRegistry teams) {
		this.teams = teams;
	}

	@ModelAttribute
	void choices(Model model) {
		model.addAttribute("tabs", AccessTabs.of("teams"));
	}

	@GetMapping("/access/teams")
	@Requires(Permission.READ)
	String list(Model model) {
		model.addAttribute("teams", this.teams.list());
		return "access/teams";
	}

	@GetMapping("/access/new-team")
	@Requires(Permission.ACCESS_ADMIN)
	String empty(Model model) {
		model.addAttribute(FORM, new TeamForm("", "", ""));
		return NEW_PAGE;
	}

	@PostMapping("/access/teams")
	@Requires(Permission.ACCESS_ADMIN)
	String create(TeamForm form, Actor actor, Model model, HttpServletResponse response) {
		try {
			this.teams.create(actor, form.name(), form.draft());
			return LIST;
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			model.addAttribute(FORM, form);
			return NEW_PAGE;
		}
	}

	@GetMapping("/access/teams/{name}")
	@Requires(Permission.READ)
	String page(@PathVariable String name, Model model) {
		TeamView team = this.teams.get(name);
		return page(team, new TeamForm(name, team.displayName(), team.selectorText()), model);
	}

	@PostMapping("/access/teams/{name}")
	@Requires(Permission.ACCESS_ADMIN)
	String change(@PathVariable String name, @RequestParam long version, TeamForm form, Actor actor, Model model,
			HttpServletResponse response) {
		try {
			this.teams.change(actor, name, version, form.draft());
			return LIST;
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			return page(this.teams.get(name), form, model);
		}
	}

	private static String page(TeamView team, TeamForm form, Model model) {
		model.addAttribute("team", team);
		model.addAttribute(FORM, form);
		model.addAttribute("version", team.version());
		return PAGE;
	}

	/**
	 * What the form sends.
	 *
	 * @param name the name
	 * @param displayName the name for people
	 * @param selector the labels of the clusters, in one line
	 */
	record TeamForm(String name, String displayName, String selector) {

		TeamForm {
			name = Entered.text(name);
			displayName = Entered.text(displayName);
			selector = Entered.text(selector);
		}

		TeamDraft draft() {
			return TeamDraft.parse(this.displayName, this.selector);
		}

	}

}
