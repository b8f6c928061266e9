package io.firekeeper.fleet;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * Labels as people type them: {@code name=value}, one per line.
 */
final class LabelText {

	private LabelText() {
	}

	/** Labels as they came; a value that is missing is empty. */
	static SortedMap<String, String> sorted(@Nullable Map<String, @Nullable String> labels) {
		SortedMap<String, String> sorted = new TreeMap<>();
		if (labels != null) {
			labels.forEach((name, value) -> sorted.put(name, (value != null) ? value : ""));
		}
		return sorted;
	}

	static String of(Map<String, String> labels) {
		return labels.entrySet()
			.stream()
			.map((label) -> label.getKey() + "=" + label.getValue())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Reads them.
	 * @throws Fault INVALID for a line of another form
	 */
	static SortedMap<String, String> parse(String text) {
		SortedMap<String, String> labels = new TreeMap<>();
		for (String line : text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList()) {
			int equals = line.indexOf('=');
			if (equals < 1) {
				throw new Fault(FaultKind.INVALID, Message.of("fleet.invalid.label-line", line),
						List.of(new Fault.Detail("labels", 0, Message.of("fleet.invalid.label-line", line))));
			}
			labels.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
		}
		return labels;
	}

}
