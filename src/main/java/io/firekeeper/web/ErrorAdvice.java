package io.firekeeper.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Answers what endpoints throw: {@code application/problem+json} for the REST API, a page
 * or a fragment for people. Handlers beside a controller come first.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAdvice {

	private final Problems problems;

	private final ErrorPages pages;

	ErrorAdvice(Problems problems, ErrorPages pages) {
		this.problems = problems;
		this.pages = pages;
	}

	/** Nobody is there to be answered. */
	@ExceptionHandler(AsyncRequestNotUsableException.class)
	void readerGone() {
	}

	@ExceptionHandler(Exception.class)
	@Nullable Object refuse(Exception cause, HttpServletRequest request, HttpServletResponse response) {
		if (response.isCommitted() || cause instanceof IOException) {
			return null;
		}
		Refusal refusal = Refusals.of(cause);
		if (Problems.areFor(request, request.getRequestURI())) {
			return ResponseEntity.status(refusal.status())
				.headers(refusal.headers())
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(this.problems.of(refusal, request));
		}
		refusal.headers().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		return this.pages.of(refusal, Htmx.of(request));
	}

}
