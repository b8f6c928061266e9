package io.firekeeper.testing;

import java.util.List;

import io.firekeeper.identity.Actor;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a MockMvc request as a signed-in actor, with a valid CSRF token:
 * {@code mvc.post().uri("/changes").with(SignedIn.as(TestActors.admin("mara")))}.
 */
public final class SignedIn {

	private SignedIn() {
	}

	/** The request comes from this actor. */
	public static RequestPostProcessor as(Actor actor) {
		RequestPostProcessor csrf = SecurityMockMvcRequestPostProcessors.csrf();
		RequestPostProcessor authentication = SecurityMockMvcRequestPostProcessors
			.authentication(new ActorToken(actor));
		return (request) -> csrf.postProcessRequest(authentication.postProcessRequest(request));
	}

	/** What a session of the actor gives Spring Security. */
	private static final class ActorToken extends AbstractAuthenticationToken {

		private static final long serialVersionUID = 1L;

		private final transient Actor actor;

		private ActorToken(Actor actor) {
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

}
