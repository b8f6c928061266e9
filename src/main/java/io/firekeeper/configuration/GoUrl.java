package io.firekeeper.configuration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as Go's {@code net/url} takes it apart, as far as it is looked at.
 *
 * @param scheme in lower case; empty when there is none
 * @param userinfo as written; empty when there is none
 * @param host with its port; empty when there is none
 * @param rest path, query and fragment
 */
record GoUrl(String scheme, String userinfo, String host, String rest) {

	private static final Pattern URL = Pattern
		.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://(?:([^/?#]*)@)?([^/?#@]*))?([^#]*(?:#.*)?)", Pattern.DOTALL);

	private static final String PATH_CHARACTERS = "-_.~$&+,/:;=@!'()*[]%";

	private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F]");

	private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

	private static final Pattern HOST_CHARACTERS = Pattern
		.compile("(?:[A-Za-z0-9\\-_.~!$&'()*+,;=:\\[\\]<>\"\\x80-\\x{10FFFF}]++|%25|%[89a-fA-F][0-9a-fA-F])*+");

	private static final String PERCENT = "%25";

	private static final Pattern PORT = Pattern.compile(":\\d*");

	private static final Pattern USER = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,;=%:@]*");

	/**
	 * Takes a URL apart.
	 * @throws IllegalArgumentException when Go would refuse it
	 */
	public static GoUrl parse(String text) {
		Matcher matcher = URL.matcher(text);
		if (CONTROL.matcher(text).find() || !matcher.matches()) {
			throw new IllegalArgumentException("not a URL");
		}
		GoUrl url = new GoUrl(group(matcher, 1).toLowerCase(Locale.ROOT), group(matcher, 2), group(matcher, 3),
				group(matcher, 4));
		if (!url.isValid()) {
			throw new IllegalArgumentException("not a URL");
		}
		return url;
	}

	private boolean isValid() {
		String path = this.rest.split("[?#]", 2)[0];
		boolean opaque = !this.scheme.isEmpty() && this.host.isEmpty() && !path.startsWith("/");
		boolean colonInFirstSegment = this.scheme.isEmpty() && this.host.isEmpty()
				&& path.split("/", 2)[0].contains(":");
		int fragment = this.rest.indexOf('#');
		return !colonInFirstSegment && isHost(this.host) && USER.matcher(this.userinfo).matches()
				&& (opaque || !BROKEN_ESCAPE.matcher(path).find())
				&& (fragment < 0 || !BROKEN_ESCAPE.matcher(this.rest.substring(fragment)).find());
	}

	/**
	 * Go takes much for a host, but only digits for a port (net/url {@code parseHost}).
	 */
	private static boolean isHost(String host) {
		int end = host.startsWith("[") ? host.lastIndexOf(']') + 1 : host.lastIndexOf(':');
		String name = (end < 0) ? host : host.substring(0, end);
		String port = (end < 0) ? "" : host.substring(end);
		boolean valid = name.startsWith("[") ? name.endsWith("]") && isLiteral(name.substring(1, name.length() - 1))
				: isName(name);
		return valid && (port.isEmpty() || PORT.matcher(port).matches());
	}

	private static boolean isName(String name) {
		return HOST_CHARACTERS.matcher(name).matches();
	}

	/**
	 * An address, perhaps with a zone behind {@code %25}, which may be nearly any text.
	 */
	private static boolean isLiteral(String inner) {
		int zone = inner.lastIndexOf(PERCENT, validEnd(inner));
		return isName(inner) || zone >= 0 && inner.indexOf(']', zone) < 0;
	}

	/** How far the characters of a host go. */
	private static int validEnd(String text) {
		Matcher characters = HOST_CHARACTERS.matcher(text);
		return characters.lookingAt() ? characters.end() : 0;
	}

	/** Whether it has a host and the scheme http or https. */
	boolean isWeb() {
		return (this.scheme.equals("http") || this.scheme.equals("https")) && !this.host.isEmpty();
	}

	/** As Go prints it. */
	String text() {
		return printed(this.userinfo);
	}

	/** As Prometheus prints it: a password as {@code xxxxx}. */
	String redacted() {
		return printed(this.userinfo.contains(":") ? this.userinfo.substring(0, this.userinfo.indexOf(':')) + ":xxxxx"
				: this.userinfo);
	}

	private String printed(String user) {
		String authority = (user.isEmpty() ? "" : user + "@") + this.host;
		boolean hasAuthority = !authority.isEmpty() || this.rest.startsWith("//");
		return (this.scheme.isEmpty() ? "" : this.scheme + ":") + (hasAuthority ? "//" + authority : "")
				+ escapedPath();
	}

	private String escapedPath() {
		int end = this.rest.split("[?#]", 2)[0].length();
		StringBuilder escaped = new StringBuilder();
		for (byte character : this.rest.substring(0, end).getBytes(StandardCharsets.UTF_8)) {
			boolean plain = character > 0 && PATH_CHARACTERS.indexOf(character) >= 0
					|| character > 0 && Character.isLetterOrDigit(character);
			escaped.append(plain ? String.valueOf((char) character) : "%%%02X".formatted(character & 0xFF));
		}
		return escaped.append(this.rest.substring(end)).toString();
	}

	private static String group(Matcher matcher, int group) {
		return (matcher.group(group) != null) ? matcher.group(group) : "";
	}

}
