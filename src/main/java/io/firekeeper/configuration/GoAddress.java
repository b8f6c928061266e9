package io.firekeeper.configuration;

import java.util.regex.Pattern;

/** Addresses as Go's {@code net.SplitHostPort} takes them apart. */
final class GoAddress {

	private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[[^\\[\\]]*\\]|[^\\[\\]:]*):[^\\[\\]:]*");

	private GoAddress() {
	}

	/** Whether it is a host that a port would make whole. */
	static boolean lacksPort(String address) {
		return !HOST_AND_PORT.matcher(address).matches() && HOST_AND_PORT.matcher(address + ":1234").matches();
	}

}
