package io.firekeeper.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Refusals of the REST API as {@code application/problem+json}, in the caller's language.
 */
@Component
public class Problems {

	private final Texts texts;

	private final JsonMapper json;

	Problems(Texts texts, JsonMapper json) {
		this.texts = texts;
		this.json = json;
	}

	/**
	 * Answers a request that is refused before it reaches its endpoint.
	 */
	public void write(HttpServletRequest request, HttpServletResponse response, HttpStatusCode status, Message reason)
			throws IOException {
		Refusal refusal = new Refusal(status, status, reason, List.of(), new HttpHeaders());
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(of(refusal, request)));
	}

	/** Whether the caller is a program, to which a page means nothing. */
	static boolean areFor(HttpServletRequest request, String path) {
		return path.startsWith(request.getContextPath() + "/api/")
				|| path.startsWith(request.getContextPath() + "/v3/");
	}

	ProblemDetail of(Refusal refusal, HttpServletRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), this.texts.of(refusal.reason()));
		problem.setProperty("code", refusal.reason().key());
		problem.setProperty("errors", refusal.details().stream().map(this::error).toList());
		problem.setProperty("requestId", RequestIdFilter.idOf(request));
		return problem;
	}

	private Map<String, Object> error(Fault.Detail detail) {
		return Map.of("field", detail.field(), "line", detail.line(), "detail", this.texts.of(detail.message()), "code",
				detail.message().key());
	}

}
