package io.firekeeper.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import io.firekeeper.identity.Actor;

/**
 * Begins a session for a person who just signed in. It is a new one, so that nobody can
 * have planted its id.
 */
final class SessionStart {

	private SessionStart() {
	}

	static void begin(HttpServletRequest request, Actor actor) {
		HttpSession old = request.getSession(false);
		if (old != null) {
			old.invalidate();
		}
		HttpSession session = request.getSession(true);
		session.setAttribute(SessionActors.USER_ID, actor.id().toString());
		session.setAttribute(SessionActors.SOURCE, actor.source());
	}

}
