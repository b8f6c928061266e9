package io.firekeeper.access;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Writes refusals that happen before a request reaches its endpoint, as
 * {@code application/problem+json}.
 */
@Component
class AccessProblems {

	private final JsonMapper json;

	private final MessageSource messages;

	AccessProblems(JsonMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	/** Whether the caller is a program, to which a page means nothing. */
	static boolean wantsProblem(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator")
				|| BearerTokenFilter.carriesToken(request)
				|| (accept != null && accept.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE));
	}

	void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
			throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding("UTF-8");
		response.getWriter()
			.write(this.json
				.writeValueAsString(Map.of("type", "about:blank", "title", status.getReasonPhrase(), "status",
						status.value(), "detail", this.messages.getMessage(key, new Object[0], request.getLocale()))));
	}

}
