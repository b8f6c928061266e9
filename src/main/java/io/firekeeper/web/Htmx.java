package io.firekeeper.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * How htmx asked, as a parameter of a controller. One URL serves the page and its
 * fragments.
 *
 * @param request whether htmx sent the request, so that a fragment is enough
 * @param target the id of the element that the answer is for, {@code null} when it has
 * none
 */
public record Htmx(boolean request, @Nullable String target) {

	/** Whether a fragment is enough as an answer. */
	public boolean isHtmx() {
		return this.request;
	}

	/** The fragment for htmx, the whole page otherwise. */
	public String view(String page, String fragment) {
		return this.request ? page + " :: " + fragment : page;
	}

	static Htmx of(HttpServletRequest request) {
		boolean partial = request.getHeader("HX-Request") != null
				&& request.getHeader("HX-History-Restore-Request") == null;
		return new Htmx(partial, targetId(request.getHeader("HX-Target")));
	}

	/** htmx 4 sends {@code section#replicas}. */
	private static @Nullable String targetId(@Nullable String header) {
		return (header != null && header.contains("#")) ? header.substring(header.indexOf('#') + 1) : null;
	}

}
