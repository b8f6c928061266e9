package io.firekeeper.access;

import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The pages of sessions and roles.
 */
@Controller
class SessionController {

	private final Sessions sessions;

	private final AccessAudit audit;

	SessionController(Sessions sessions, AccessAudit audit) {
		this.sessions = sessions;
		this.audit = audit;
	}

	@GetMapping("/access/sessions")
	@Requires(Permission.READ)
	String list(Actor actor, HttpServletRequest request, Model model) {
		HttpSession current = request.getSession(false);
		model.addAttribute("tabs", AccessTabs.of("sessions"));
		model.addAttribute("sessions", this.sessions.list(scope(actor), (current != null) ? current.getId() : ""));
		return "access/sessions";
	}

	@PostMapping("/access/sessions/{id}/end")
	@Requires(Permission.READ)
	@Transactional
	public String end(@PathVariable String id, Actor actor) {
		String owner = this.sessions.owner(id);
		if (owner == null || !this.sessions.end(id, scope(actor))) {
			throw Fault.notFound("access.session-missing");
		}
		this.audit.record(actor, "session-ended", "user", owner);
		return "redirect:/access/sessions";
	}

	@GetMapping("/access/roles")
	@Requires(Permission.READ)
	String roles(Model model) {
		model.addAttribute("tabs", AccessTabs.of("roles"));
		model.addAttribute("roles", Role.values());
		model.addAttribute("permissions", Permission.values());
		return "access/roles";
	}

	/** Whose sessions the person may see: everybody's ({@code null}) or their own. */
	private static @Nullable UUID scope(Actor actor) {
		return actor.may(Permission.ACCESS_ADMIN) ? null : actor.id();
	}

}
