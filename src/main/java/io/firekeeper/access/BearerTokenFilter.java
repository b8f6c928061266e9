package io.firekeeper.access;

import java.io.IOException;

import io.firekeeper.identity.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by its API token, for this request only.
 */
final class BearerTokenFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private final ActorDirectory actors;

	private final AuthenticationEntryPoint refusal;

	BearerTokenFilter(ActorDirectory actors, AuthenticationEntryPoint refusal) {
		this.actors = actors;
		this.refusal = refusal;
	}

	static boolean carriesToken(HttpServletRequest request) {
		return token(request) != null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String token = token(request);
		Actor actor = (token != null) ? this.actors.token(token, request.getRemoteAddr()).orElse(null) : null;
		if (actor == null) {
			this.refusal.commence(request, response, new BadCredentialsException("invalid token"));
			return;
		}
		SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor)));
		chain.doFilter(request, response);
	}

	private static @Nullable String token(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
		return bearer ? header.substring(SCHEME.length()).trim() : null;
	}

}
