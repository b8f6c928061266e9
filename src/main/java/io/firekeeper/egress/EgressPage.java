package io.firekeeper.egress;

import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of the allow list.
 */
@Controller
@RequestMapping("/settings/egress")
class EgressPage {

	private static final String PAGE = "egress/rules";

	private static final String BACK = "redirect:/settings/egress";

	private final EgressRules rules;

	EgressPage(EgressRules rules) {
		this.rules = rules;
	}

	@GetMapping
	@Requires(Permission.READ)
	String show(Actor actor, Model model, Htmx htmx) {
		fill(actor, model, RuleForm.EMPTY, null);
		return htmx.view(PAGE, "rules");
	}

	@PostMapping
	@Requires(Permission.EGRESS_ADMIN)
	String add(Actor actor, @ModelAttribute RuleForm form, Model model, HttpServletResponse response) {
		try {
			this.rules.add(actor, form.opening());
			return BACK;
		}
		catch (Fault fault) {
			response.setStatus((fault.kind() == FaultKind.CONFLICT) ? 409 : 422);
			fill(actor, model, form, fault);
			return PAGE;
		}
	}

	@PostMapping("/{id}/remove")
	@Requires(Permission.EGRESS_ADMIN)
	String remove(Actor actor, @PathVariable UUID id) {
		this.rules.remove(actor, id);
		return BACK;
	}

	private void fill(Actor actor, Model model, RuleForm form, @Nullable Fault fault) {
		model.addAttribute("rules", this.rules.list());
		model.addAttribute("schemes", EgressRule.Scheme.values());
		model.addAttribute("mayEdit", actor.may(Permission.EGRESS_ADMIN));
		model.addAttribute("form", form);
		model.addAttribute("fault", fault);
	}

}
