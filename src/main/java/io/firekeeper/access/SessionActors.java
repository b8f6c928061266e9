package io.firekeeper.access;

import java.util.Optional;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Finds the person whom a session belongs to. The session keeps nothing but the person's
 * id; rights are read for each request.
 */
@Component
class SessionActors implements SecurityContextRepository {

	/** The session attribute with the person's id; Spring Session indexes it. */
	static final String USER_ID = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	/** The session attribute with the address that signed in. */
	static final String SOURCE = "firekeeper.source";

	private final ActorDirectory actors;

	SessionActors(ActorDirectory actors) {
		this.actors = actors;
	}

	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		SecurityContext context = new SecurityContextImpl();
		HttpSession session = holder.getRequest().getSession(false);
		if (session != null && session.getAttribute(USER_ID) instanceof String id) {
			Optional<Actor> actor = this.actors.user(UUID.fromString(id), holder.getRequest().getRemoteAddr());
			actor.ifPresentOrElse((found) -> context.setAuthentication(new ActorAuthentication(found)),
					session::invalidate);
		}
		return context;
	}

	/** Does nothing: signing in puts the person's id into the session. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(USER_ID) != null;
	}

}
