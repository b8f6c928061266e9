package io.firekeeper.access;

import java.util.Optional;

import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The actor of the request that this thread serves.
 */
final class CurrentActor {

	private CurrentActor() {
	}

	static Optional<Actor> find() {
		return of(SecurityContextHolder.getContext().getAuthentication());
	}

	static Optional<Actor> of(@Nullable Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof Actor actor) ? Optional.of(actor)
				: Optional.empty();
	}

}
