package io.firekeeper.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps a signed-in person's token in the session: cookies are shared by all ports of a
 * host, so a hostile process beside the console could plant one. Before signing in there
 * is no session to ride on and a cookie does, without a database row per visitor.
 */
final class CsrfTokens implements CsrfTokenRepository {

	private static final String HEADER = "X-CSRF-TOKEN";

	private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

	private final CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();

	CsrfTokens() {
		this.session.setHeaderName(HEADER);
		this.cookie.setHeaderName(HEADER);
		this.cookie.setCookieName("firekeeper_form");
		this.cookie.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Strict"));
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return repository(request).generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		repository(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return repository(request).loadToken(request);
	}

	private CsrfTokenRepository repository(HttpServletRequest request) {
		return (request.getSession(false) != null) ? this.session : this.cookie;
	}

}
