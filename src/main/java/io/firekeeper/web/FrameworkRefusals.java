package io.firekeeper.web;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Words for the refusals of Spring MVC.
 */
final class FrameworkRefusals {

	private FrameworkRefusals() {
	}

	static Refusal of(ErrorResponse refused, Throwable cause) {
		HttpStatusCode status = refused.getStatusCode();
		Refusal refusal = switch (cause) {
			case NoResourceFoundException missing ->
				Refusal.of(status, "web.not-found", "/" + missing.getResourcePath());
			case NoHandlerFoundException missing -> Refusal.of(status, "web.not-found", missing.getRequestURL());
			case HttpRequestMethodNotSupportedException method ->
				Refusal.of(status, "web.method-not-allowed", method.getMethod());
			case HttpMediaTypeNotSupportedException type ->
				Refusal.of(status, "web.type-unsupported", String.valueOf(type.getContentType()));
			case HttpMediaTypeNotAcceptableException type -> Refusal.of(status, "web.type-not-offered");
			case MissingServletRequestParameterException missing ->
				Refusal.of(status, "web.parameter-missing", missing.getParameterName());
			case HandlerMethodValidationException invalid ->
				Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "web.input-invalid").with(parameters(invalid));
			default -> Refusal.of(status, "web.refused", status.value(), reason(refused));
		};
		return refusal.with(refused.getHeaders());
	}

	/** A status alone, when no exception says more. */
	static Refusal of(HttpStatusCode status, String path) {
		return switch (status.value()) {
			case 403 -> Refusal.of(status, "web.forbidden");
			case 404 -> Refusal.of(status, "web.not-found", path);
			default -> Refusal.of(status, "web.refused", status.value(), phrase(status));
		};
	}

	private static List<Fault.Detail> parameters(MethodValidationResult invalid) {
		return invalid.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((error) -> new Fault.Detail(String.valueOf(result.getMethodParameter().getParameterName()), 0,
						Message.of("web.as-is", String.valueOf(error.getDefaultMessage())))))
			.toList();
	}

	private static String reason(ErrorResponse refused) {
		String detail = refused.getBody().getDetail();
		return (detail != null) ? detail : phrase(refused.getStatusCode());
	}

	private static String phrase(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.getReasonPhrase() : String.valueOf(status.value());
	}

}
