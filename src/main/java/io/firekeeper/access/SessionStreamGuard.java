package io.firekeeper.access;

import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.firekeeper.identity.Permission;
import io.firekeeper.web.StreamGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Ends a stream of events when its session ends or its person may not read any more.
 */
@Component
class SessionStreamGuard implements StreamGuard {

	private final Sessions sessions;

	private final ActorDirectory actors;

	SessionStreamGuard(Sessions sessions, ActorDirectory actors) {
		this.sessions = sessions;
		this.actors = actors;
	}

	@Override
	public BooleanSupplier watch(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(SessionActors.USER_ID) instanceof String user)) {
			return () -> false;
		}
		String id = session.getId();
		UUID person = UUID.fromString(user);
		return () -> this.sessions.isOpen(id)
				&& this.actors.user(person, "").filter((actor) -> actor.may(Permission.READ)).isPresent();
	}

}
