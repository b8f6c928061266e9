package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where a request goes: the name for TLS and the Host header, and the addresses, resolved
 * once.
 *
 * @param scheme http or https
 * @param host the name or literal of the URI, without brackets
 * @param port the port, the scheme's own when the URI has none
 * @param addresses what the host resolved to
 */
record Destination(String scheme, String host, int port, List<InetAddress> addresses) {

	static String host(URI uri) {
		String host = uri.getHost();
		return (host.startsWith("[")) ? host.substring(1, host.length() - 1) : host;
	}

	static String scheme(URI uri) {
		return uri.getScheme().toLowerCase(Locale.ROOT);
	}

	static int port(URI uri) {
		if (uri.getPort() != -1) {
			return uri.getPort();
		}
		return (scheme(uri).equals("https")) ? 443 : 80;
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
