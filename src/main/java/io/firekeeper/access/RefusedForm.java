package io.firekeeper.access;

import io.firekeeper.faults.Fault;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * Shows a form again with what the person entered and why it was refused.
 */
final class RefusedForm {

	private RefusedForm() {
	}

	/**
	 * Puts the fault on the page.
	 * @throws Fault the fault itself when it is not about the input
	 */
	static void show(Fault fault, Model model, HttpServletResponse response) {
		HttpStatus status = switch (fault.kind()) {
			case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
			case CONFLICT, STALE -> HttpStatus.CONFLICT;
			case FORBIDDEN -> HttpStatus.FORBIDDEN;
			default -> throw fault;
		};
		model.addAttribute("fault", fault);
		response.setStatus(status.value());
	}

}
