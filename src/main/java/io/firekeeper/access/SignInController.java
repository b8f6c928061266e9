package io.firekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Open;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sign-in page, and signing out.
 */
@Controller
class SignInController {

	private static final String PAGE = "access/sign-in";

	/** A path of this console: a second slash or backslash would lead to another host. */
	private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

	private final SignIn signIn;

	private final UserRegistry users;

	private final AccessAudit audit;

	private final Clock clock;

	SignInController(SignIn signIn, UserRegistry users, AccessAudit audit, Clock clock) {
		this.signIn = signIn;
		this.users = users;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping("/sign-in")
	@Open("nobody is signed in yet")
	String page(@RequestParam(name = "continue", defaultValue = "/") String next, @Nullable Actor actor, Model model) {
		if (actor != null) {
			return "redirect:" + ownPath(next);
		}
		if (this.users.none()) {
			return "redirect:/setup";
		}
		model.addAttribute("next", ownPath(next));
		return PAGE;
	}

	@PostMapping("/sign-in")
	@Open("nobody is signed in yet")
	String attempt(@RequestParam String name, @RequestParam String password,
			@RequestParam(name = "continue", defaultValue = "/") String next, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		return switch (this.signIn.attempt(name, password, request.getRemoteAddr())) {
			case SignInOutcome.Accepted(var actor) -> {
				SessionStart.begin(request, actor);
				yield "redirect:" + ownPath(next);
			}
			case SignInOutcome.Refused() -> again(Message.of("access.sign-in-refused"),
					HttpStatus.UNPROCESSABLE_CONTENT, name, next, model, response);
			case SignInOutcome.Locked locked -> {
				Duration wait = locked.remaining(this.clock.instant());
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
				yield again(Message.of("access.sign-in-locked", wait.toMinutes() + 1), HttpStatus.TOO_MANY_REQUESTS,
						name, next, model, response);
			}
		};
	}

	@PostMapping("/sign-out")
	@Requires(Permission.READ)
	@Transactional
	public String signOut(Actor actor, HttpServletRequest request) {
		this.audit.record(actor, "signed-out", "user", actor.name());
		request.getSession().invalidate();
		return "redirect:/sign-in";
	}

	private static String again(Message reason, HttpStatus status, String name, String next, Model model,
			HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("reason", reason);
		model.addAttribute("name", name);
		model.addAttribute("next", ownPath(next));
		return PAGE;
	}

	private static String ownPath(String path) {
		return OWN_PATH.matcher(path).matches() ? path : "/";
	}

}
