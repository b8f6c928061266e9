package io.firekeeper.secrets;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the secret store: the list, and one secret to replace or delete. A value
 * is never sent to the browser, not even the one that was just refused.
 */
@Controller
@RequestMapping("/settings/secrets")
class SecretsPage {

	private static final String LIST = "secrets/list";

	private static final String SECRET = "secrets/secret";

	private static final String BACK = "redirect:/settings/secrets";

	private final SecretStore store;

	SecretsPage(SecretStore store) {
		this.store = store;
	}

	@GetMapping
	@Requires(Permission.READ)
	String list(Actor actor, Model model, Htmx htmx) {
		fillList(actor, model, "", "", null);
		return htmx.view(LIST, "secrets");
	}

	@PostMapping
	@Requires(Permission.SECRET_EDIT)
	String create(Actor actor, @RequestParam String name, SecretInput input, Model model,
			HttpServletResponse response) {
		try {
			this.store.create(actor, name.strip(), input);
			return BACK;
		}
		catch (Fault fault) {
			refuse(response, fault);
			fillList(actor, model, name, input.description(), fault);
			return LIST;
		}
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	String show(Actor actor, @PathVariable String name, Model model) {
		fill(actor, model, name, this.store.get(name).description(), null);
		return SECRET;
	}

	@PostMapping("/{name}")
	@Requires(Permission.SECRET_EDIT)
	String replace(Actor actor, @PathVariable String name, @RequestParam long version, SecretInput input, Model model,
			HttpServletResponse response) {
		try {
			this.store.replace(actor, name, version, input);
			return BACK;
		}
		catch (Fault fault) {
			if (fault.kind() == FaultKind.NOT_FOUND) {
				throw fault;
			}
			refuse(response, fault);
			fill(actor, model, name, input.description(), fault);
			return SECRET;
		}
	}

	@PostMapping("/{name}/delete")
	@Requires(Permission.SECRET_EDIT)
	String delete(Actor actor, @PathVariable String name, @RequestParam long version) {
		this.store.delete(actor, name, version);
		return BACK;
	}

	private void fillList(Actor actor, Model model, String name, String description, @Nullable Fault fault) {
		model.addAttribute("secrets", this.store.list());
		model.addAttribute("mayEdit", actor.may(Permission.SECRET_EDIT));
		model.addAttribute("name", name);
		model.addAttribute("description", description);
		model.addAttribute("fault", fault);
	}

	private void fill(Actor actor, Model model, String name, String description, @Nullable Fault fault) {
		model.addAttribute("secret", this.store.get(name));
		model.addAttribute("mayEdit", actor.may(Permission.SECRET_EDIT));
		model.addAttribute("description", description);
		model.addAttribute("fault", fault);
	}

	private static void refuse(HttpServletResponse response, Fault fault) {
		response.setStatus((fault.kind() == FaultKind.INVALID) ? 422 : 409);
	}

}
