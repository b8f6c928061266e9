package io.firekeeper.web;

import java.util.Optional;

import io.firekeeper.identity.Open;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what failed outside of endpoints, such as a session that can't be read without
 * the database.
 */
@Controller
class ContainerErrorController implements ErrorController {

	private final Problems problems;

	private final ErrorPages pages;

	ContainerErrorController(Problems problems, ErrorPages pages) {
		this.problems = problems;
		this.pages = pages;
	}

	@Open("shows why a request failed")
	@RequestMapping("/error")
	Object error(HttpServletRequest request) {
		String path = attribute(request, RequestDispatcher.ERROR_REQUEST_URI, String.class).orElse("/error");
		Refusal refusal = attribute(request, RequestDispatcher.ERROR_EXCEPTION, Throwable.class).map(Refusals::of)
			.orElseGet(() -> FrameworkRefusals.of(status(request), path));
		if (Problems.areFor(request, path)) {
			return ResponseEntity.status(refusal.status())
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(this.problems.of(refusal, request));
		}
		return this.pages.plain(refusal, Htmx.of(request));
	}

	private static HttpStatus status(HttpServletRequest request) {
		return attribute(request, RequestDispatcher.ERROR_STATUS_CODE, Integer.class).map(HttpStatus::resolve)
			.orElse(HttpStatus.NOT_FOUND);
	}

	private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
		return Optional.ofNullable(request.getAttribute(name)).filter(type::isInstance).map(type::cast);
	}

}
