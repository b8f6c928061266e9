package io.firekeeper.web;

import org.jspecify.annotations.Nullable;

/**
 * One of the tabs of a page.
 *
 * @param href its URL within the console
 * @param label the message key of its text
 * @param current whether it is the shown one
 * @param count a number to show beside it, or {@code null}
 */
public record Tab(String href, String label, boolean current, @Nullable Integer count) {

	public static Tab of(String href, String label, boolean current) {
		return new Tab(href, label, current, null);
	}

}
