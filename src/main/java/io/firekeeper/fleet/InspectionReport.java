package io.firekeeper.fleet;

import java.util.List;

import io.firekeeper.faults.Message;

/**
 * What an inspection saw.
 *
 * @param prometheusVersion the version it reported, empty when it did not
 * @param items what was looked at, in order
 */
public record InspectionReport(String prometheusVersion, List<Item> items) {

	public InspectionReport {
		items = List.copyOf(items);
	}

	/** Whether all is as it should be. */
	public boolean isClean() {
		return problems().isEmpty();
	}

	/** What must be changed. */
	public List<Item> problems() {
		return this.items.stream().filter((item) -> !item.fine()).toList();
	}

	/**
	 * One thing that was looked at.
	 *
	 * @param subject what
	 * @param fine whether it is as it should be
	 * @param message what was seen, and what to change
	 */
	public record Item(Subject subject, boolean fine, Message message) {
	}

	/** What is looked at. */
	public enum Subject {

		REACHABLE, VERSION, LIFECYCLE, CONFIG_FILE, AUTO_RELOAD, DIRECTORY

	}

}
