package io.firekeeper.access;

import java.util.Set;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page that creates the first admin.
 */
@Controller
class SetupController {

	private static final String PAGE = "access/setup";

	private static final String FORM = "form";

	private final Setup setup;

	SetupController(Setup setup) {
		this.setup = setup;
	}

	@GetMapping("/setup")
	@Open("there is no account yet; the one-time secret is asked for")
	String page(Model model) {
		model.addAttribute(FORM, new SetupRequest("", "", "", ""));
		model.addAttribute("pending", this.setup.pending());
		return PAGE;
	}

	@PostMapping("/setup")
	@Open("there is no account yet; the one-time secret is asked for")
	String create(SetupRequest form, HttpServletRequest request, HttpServletResponse response, Model model) {
		try {
			UserView admin = this.setup.createAdmin(form, request.getRemoteAddr());
			SessionStart.begin(request,
					new Actor(Actor.Type.USER, admin.id(), admin.name(), Set.of(), request.getRemoteAddr()));
			return "redirect:/";
		}
		catch (Fault fault) {
			RefusedForm.show(fault, model, response);
			model.addAttribute(FORM, form);
			model.addAttribute("pending", true);
			return PAGE;
		}
	}

}
