package io.firekeeper.testing;

import java.util.List;

import io.firekeeper.identity.Actor;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
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
			.authentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
		return (request) -> csrf.postProcessRequest(authentication.postProcessRequest(request));
	}

}
