package io.firekeeper.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps the {@link Preference} that a link chooses and goes back to the same URL without
 * it, so that pasted links carry nobody's language or theme.
 */
class PreferenceInterceptor implements HandlerInterceptor {

	private static final Duration YEAR = Duration.ofDays(365);

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!HttpMethod.GET.matches(request.getMethod())) {
			return true;
		}
		boolean chose = false;
		for (Preference preference : Preference.values()) {
			chose |= keep(preference, request, response);
		}
		if (chose) {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION, withoutPreferences(request));
		}
		return !chose;
	}

	private boolean keep(Preference preference, HttpServletRequest request, HttpServletResponse response) {
		Optional<String> chosen = preference.chosen(request);
		chosen.ifPresent((value) -> {
			ResponseCookie cookie = ResponseCookie.from(preference.cookie(), value)
				.path("/")
				.maxAge(YEAR)
				.httpOnly(true)
				.secure(request.isSecure())
				.sameSite("Lax")
				.build();
			response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		});
		return chosen.isPresent();
	}

	private String withoutPreferences(HttpServletRequest request) {
		RequestLink link = RequestLink.of(request);
		for (Preference preference : Preference.values()) {
			link = link.without(preference.parameter());
		}
		return link.toString();
	}

}
