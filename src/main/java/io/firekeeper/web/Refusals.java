package io.firekeeper.web;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;

/**
 * Says of every exception what the caller is told.
 */
final class Refusals {

	private static final Log logger = LogFactory.getLog(Refusals.class);

	private Refusals() {
	}

	static Refusal of(Throwable cause) {
		return switch (cause) {
			case Fault fault -> Refusal.of(fault);
			case BindException invalid ->
				Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "web.input-invalid").with(fields(invalid));
			case HttpMessageNotReadableException unreadable -> UnreadableBody.refusal(unreadable);
			case AccessDeniedException denied -> Refusal.of(HttpStatus.FORBIDDEN, "web.forbidden");
			case OptimisticLockingFailureException stale -> Refusal.of(Fault.stale("web.stale"));
			case DataIntegrityViolationException conflict -> Refusal.of(HttpStatus.CONFLICT, "web.conflict");
			case DataAccessResourceFailureException unavailable -> databaseUnavailable(unavailable);
			case CannotCreateTransactionException unavailable -> databaseUnavailable(unavailable);
			case TransientDataAccessException unavailable -> databaseUnavailable(unavailable);
			case ErrorResponse refused -> FrameworkRefusals.of(refused, cause);
			default -> unexpected(cause);
		};
	}

	private static List<Fault.Detail> fields(BindException invalid) {
		return invalid.getFieldErrors()
			.stream()
			.map((error) -> new Fault.Detail(error.getField(), 0,
					Message.of("web.as-is", String.valueOf(error.getDefaultMessage()))))
			.toList();
	}

	private static Refusal databaseUnavailable(Exception cause) {
		logger.warn("The database is unavailable: " + cause.getMessage());
		return Refusal.of(new Fault(FaultKind.UNAVAILABLE, Message.of("web.database-unavailable")));
	}

	private static Refusal unexpected(Throwable cause) {
		if (isDatabaseGone(cause)) {
			return databaseUnavailable(
					new DataAccessResourceFailureException(String.valueOf(cause.getMessage()), cause));
		}
		logger.error("A request failed", cause);
		return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "web.internal", cause.getClass().getSimpleName());
	}

	private static boolean isDatabaseGone(Throwable cause) {
		for (Throwable inner = cause.getCause(); inner != null; inner = inner.getCause()) {
			if (inner instanceof java.sql.SQLTransientConnectionException
					|| inner instanceof java.sql.SQLException failure
							&& String.valueOf(failure.getSQLState()).startsWith("08")) {
				return true;
			}
		}
		return false;
	}

}
