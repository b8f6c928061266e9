package io.firekeeper.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * What is wrong with an input, all of it at once.
 */
final class Objections {

	private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

	private static final Pattern LABEL_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{0,62}");

	private static final Pattern LABEL_VALUE = Pattern.compile("[^\\p{Cntrl}]{1,200}");

	private static final int MOST_LABELS = 50;

	private final List<Fault.Detail> details = new ArrayList<>();

	void unless(boolean right, String field, String key, Object... arguments) {
		if (!right) {
			this.details.add(new Fault.Detail(field, 0, Message.of(key, arguments)));
		}
	}

	/** A name that stands in URLs: {@code new} is the form's. */
	void unlessName(String name) {
		unless(DNS_LABEL.matcher(name).matches(), "name", "fleet.invalid.name", name);
		unless(!name.equals("new"), "name", "fleet.invalid.name-reserved", name);
	}

	void unlessLabels(Map<String, String> labels, String... reserved) {
		unless(labels.size() <= MOST_LABELS, "labels", "fleet.invalid.labels-many", MOST_LABELS);
		labels.forEach((name, value) -> {
			unless(LABEL_NAME.matcher(name).matches(), "labels", "fleet.invalid.label-name", name);
			unless(LABEL_VALUE.matcher(value).matches(), "labels", "fleet.invalid.label-value", name);
			unless(!List.of(reserved).contains(name), "labels", "fleet.invalid.label-reserved", name);
		});
	}

	void raise(String key) {
		if (!this.details.isEmpty()) {
			throw new Fault(FaultKind.INVALID, Message.of(key), this.details);
		}
	}

}
