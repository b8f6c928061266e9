package io.firekeeper.configuration.alertmanager;

import java.util.regex.Pattern;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;

/**
 * What time intervals check (prometheus/alertmanager
 * {@code timeinterval/timeinterval.go}).
 */
final class IntervalRules {

	private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00");

	private IntervalRules() {
	}

	static void named(TypedStruct interval, Checking checking) {
		Keys.required(interval, checking, "name");
	}

	static void times(TypedStruct range, Checking checking) {
		if (isTime(range, "start_time", checking) & isTime(range, "end_time", checking)
				&& range.text("start_time").compareTo(range.text("end_time")) >= 0) {
			checking.problem("range-reversed", range.place(), range.text("start_time") + "-" + range.text("end_time"));
		}
	}

	private static boolean isTime(TypedStruct range, String key, Checking checking) {
		boolean valid = TIME.matcher(range.text(key)).matches();
		if (!range.isSet(key)) {
			checking.problem("required", range.place(), key);
		}
		else if (!valid) {
			checking.problem("not-time", range.at(key), range.text(key));
		}
		return valid;
	}

}
