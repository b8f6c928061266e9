package io.firekeeper.web;

import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Refusals as pages and fragments.
 */
@Component
class ErrorPages {

	private static final String PAGE = "web/error";

	private final Shell shell;

	ErrorPages(Shell shell) {
		this.shell = shell;
	}

	/** Within the console for whoever is signed in, otherwise on its own. */
	ModelAndView of(Refusal refusal, Htmx htmx) {
		return page(refusal, htmx.view((this.shell.user() != null) ? PAGE : PAGE + "-plain", "refusal"));
	}

	/** On its own: for refusals before the person is known. */
	ModelAndView plain(Refusal refusal, Htmx htmx) {
		return page(refusal, htmx.view(PAGE + "-plain", "refusal"));
	}

	private static ModelAndView page(Refusal refusal, String view) {
		return new ModelAndView(view, Map.of("refusal", refusal), refusal.pageStatus());
	}

}
