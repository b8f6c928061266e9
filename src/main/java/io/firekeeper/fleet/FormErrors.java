package io.firekeeper.fleet;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

import org.springframework.http.HttpStatus;

/**
 * How a form answers when what it asked for was refused: again with what was typed.
 */
final class FormErrors {

	private FormErrors() {
	}

	/**
	 * The status for a form that is shown again.
	 * @throws Fault the same one when there is no form to show
	 */
	static HttpStatus status(Fault fault) {
		return switch (fault.kind()) {
			case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
			case CONFLICT, STALE -> HttpStatus.CONFLICT;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			default -> throw fault;
		};
	}

	/** Removing needs the name typed again. */
	static void requireConfirmed(String typed, String name) {
		if (!typed.strip().equals(name)) {
			throw new Fault(FaultKind.INVALID, Message.of("fleet.confirm-name", name),
					List.of(new Fault.Detail("confirm", 0, Message.of("fleet.confirm-name", name))));
		}
	}

}
