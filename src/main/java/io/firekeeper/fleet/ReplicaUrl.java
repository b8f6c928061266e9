package io.firekeeper.fleet;

import java.net.URI;
import java.util.Locale;

/**
 * The rules for a replica's URL: absolute, http or https, a host, nothing but a path
 * behind it. Its canonical form is in lower case, without the scheme's own port and
 * without a slash at the end.
 */
final class ReplicaUrl {

	private ReplicaUrl() {
	}

	static boolean isValid(URI url) {
		return url.getScheme() != null && isHttp(url.getScheme()) && url.getHost() != null && !url.getHost().isEmpty()
				&& url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null
				&& url.getPort() <= 65535 && url.getPort() != 0;
	}

	/** The canonical form of a valid URL; any other is left alone. */
	static URI canonical(URI url) {
		if (!isValid(url)) {
			return url;
		}
		String scheme = url.getScheme().toLowerCase(Locale.ROOT);
		String path = url.normalize().getRawPath().replaceAll("/+$", "");
		return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port(scheme, url.getPort()) + path);
	}

	private static String port(String scheme, int port) {
		boolean usual = port == -1 || (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
		return usual ? "" : ":" + port;
	}

	private static boolean isHttp(String scheme) {
		return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
	}

}
