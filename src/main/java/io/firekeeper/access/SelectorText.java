package io.firekeeper.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * Labels in one line, such as {@code env=prod, region=eu}.
 */
final class SelectorText {

	private static final Pattern LABEL = Pattern.compile("([A-Za-z_][A-Za-z0-9_./-]{0,62})\\s*=\\s*([^,=\\s]{1,63})");

	private SelectorText() {
	}

	static Map<String, String> parse(String text) {
		Map<String, String> labels = new TreeMap<>();
		Arrays.stream(text.split(",")).map(String::strip).filter((part) -> !part.isEmpty()).forEach((part) -> {
			Matcher matcher = LABEL.matcher(part);
			if (!matcher.matches()) {
				throw new Fault(FaultKind.INVALID, Message.of("access.form-invalid"),
						List.of(new Fault.Detail("selector", 0, Message.of("access.selector-rule", part))));
			}
			labels.put(matcher.group(1), matcher.group(2));
		});
		return labels;
	}

}
