package io.firekeeper.web;

/**
 * Tells open pages on every console that something changed. Pages refetch the fragment
 * that shows it; no data travels in the event.
 */
public interface LiveUpdates {

	/**
	 * Announces a change when the surrounding transaction commits, or at once without
	 * one.
	 * @param topic such as {@code fleet}, {@code rollout-12}, {@code change-7}; letters,
	 * digits and hyphens. It is also the name of the browser event.
	 */
	void changed(String topic);

}
