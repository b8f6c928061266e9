package io.firekeeper.web;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.faults.TooManyAttempts;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What a request is answered with that can't be done.
 *
 * @param status the status of a REST call
 * @param pageStatus the status of a page
 * @param reason why, and what to do
 * @param details the places in the input
 * @param headers what else the answer carries
 */
record Refusal(HttpStatusCode status, HttpStatusCode pageStatus, Message reason, List<Fault.Detail> details,
		HttpHeaders headers) {

	Refusal {
		details = List.copyOf(details);
	}

	static Refusal of(HttpStatusCode status, String key, Object... arguments) {
		return new Refusal(status, status, Message.of(key, arguments), List.of(), new HttpHeaders());
	}

	static Refusal of(Fault fault) {
		HttpStatus status = status(fault.kind());
		HttpStatus pageStatus = (fault.kind() == FaultKind.STALE) ? HttpStatus.CONFLICT : status;
		Refusal refusal = new Refusal(status, pageStatus, fault.reason(), fault.details(), new HttpHeaders());
		return switch (fault) {
			case TooManyAttempts tooMany ->
				refusal.with(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.waitTime().toSeconds() + 1));
			case Fault _ when status == HttpStatus.SERVICE_UNAVAILABLE -> refusal.with(HttpHeaders.RETRY_AFTER, "5");
			case Fault _ when status == HttpStatus.UNAUTHORIZED -> refusal.with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			default -> refusal;
		};
	}

	Refusal with(List<Fault.Detail> details) {
		return new Refusal(this.status, this.pageStatus, this.reason, details, this.headers);
	}

	Refusal with(String header, String value) {
		HttpHeaders headers = new HttpHeaders();
		headers.addAll(this.headers);
		headers.set(header, value);
		return with(headers);
	}

	Refusal with(HttpHeaders headers) {
		return new Refusal(this.status, this.pageStatus, this.reason, this.details, headers);
	}

	private static HttpStatus status(FaultKind kind) {
		return switch (kind) {
			case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
			case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
			case CONFLICT -> HttpStatus.CONFLICT;
			case STALE -> HttpStatus.PRECONDITION_FAILED;
			case VERSION_REQUIRED -> HttpStatus.PRECONDITION_REQUIRED;
			case UPSTREAM -> HttpStatus.BAD_GATEWAY;
			case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

}
