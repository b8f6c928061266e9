package io.firekeeper.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * Versions of objects as entity tags of the REST API.
 */
public final class ETags {

	private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

	private ETags() {
	}

	/** The entity tag of a version: {@code "7"}. */
	public static String of(long version) {
		return "\"" + version + "\"";
	}

	/**
	 * The version that a write is based on.
	 * @param ifMatch the header {@code If-Match}
	 * @throws Fault of kind VERSION_REQUIRED when it is missing, and INVALID when it is
	 * no single entity tag of ours
	 */
	public static long require(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank()) {
			throw new Fault(FaultKind.VERSION_REQUIRED, Message.of("web.version-required"));
		}
		Matcher matcher = TAG.matcher(ifMatch.trim());
		if (!matcher.matches()) {
			throw Fault.invalid("web.version-unreadable", ifMatch);
		}
		return Long.parseLong(matcher.group(1));
	}

}
