package io.firekeeper.access;

import java.util.List;

import io.firekeeper.identity.Actor;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * The actor of the current request, for Spring Security.
 */
final class ActorAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final transient Actor actor;

	ActorAuthentication(Actor actor) {
		super(List.of());
		this.actor = actor;
		setAuthenticated(true);
	}

	@Override
	public Object getPrincipal() {
		return this.actor;
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public String getName() {
		return this.actor.name();
	}

}
