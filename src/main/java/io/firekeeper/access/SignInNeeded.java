package io.firekeeper.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.firekeeper.faults.Message;
import io.firekeeper.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Answers a request that needs to be signed in: a page leads to the sign-in page and
 * back, anything else gets 401.
 */
@Component
class SignInNeeded implements AuthenticationEntryPoint {

	private final Problems problems;

	SignInNeeded(Problems problems) {
		this.problems = problems;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (isProgram(request)) {
			boolean invalid = BearerTokenFilter.carriesToken(request);
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
					"Bearer realm=\"firekeeper\"" + (invalid ? ", error=\"invalid_token\"" : ""));
			this.problems.write(request, response, HttpStatus.UNAUTHORIZED,
					Message.of(invalid ? "access.token-invalid" : "access.sign-in-needed"));
		}
		else if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
		}
		else {
			response.sendRedirect(request.getContextPath() + "/sign-in" + comeBack(request));
		}
	}

	/** Whether the caller is a program, to which a page means nothing. */
	static boolean isProgram(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator")
				|| BearerTokenFilter.carriesToken(request)
				|| (accept != null && accept.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE));
	}

	private static String comeBack(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		if (!HttpMethod.GET.matches(request.getMethod()) || path.equals("/")) {
			return "";
		}
		String query = (request.getQueryString() != null) ? "?" + request.getQueryString() : "";
		return "?continue=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
	}

}
