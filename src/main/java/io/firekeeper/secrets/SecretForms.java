package io.firekeeper.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * The ways in which a secret value may stand in a text.
 */
final class SecretForms {

	private static final int SHORTEST = 4;

	private static final int SHORTEST_LINE = 8;

	private static final int SHORTEST_BASE64 = 6;

	private SecretForms() {
	}

	static Stream<String> of(String value) {
		return Stream.concat(Stream.of(value, value.strip()), lines(value))
			.distinct()
			.flatMap((text) -> Stream.of(plain(text), base64(text), url(text), escaped(text)).flatMap((form) -> form))
			.filter((form) -> form.length() >= SHORTEST);
	}

	/** A printer may indent a value of several lines, so each line counts. */
	private static Stream<String> lines(String value) {
		return (value.strip().indexOf('\n') < 0) ? Stream.empty()
				: value.lines()
					.map(String::strip)
					.filter((line) -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"));
	}

	private static Stream<String> plain(String text) {
		return Stream.of(text, text.replace("'", "''"));
	}

	/**
	 * Within a longer text, as in {@code base64(user:password)}, a value begins at one of
	 * three places; the characters that depend on its neighbours are left out.
	 */
	private static Stream<String> base64(String text) {
		return IntStream.range(0, 3)
			.mapToObj((shift) -> middle(text, shift))
			.filter((form) -> form.length() >= SHORTEST_BASE64)
			.flatMap((form) -> Stream.of(form, form.replace('+', '-').replace('/', '_')));
	}

	private static String middle(String text, int shift) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		byte[] shifted = new byte[shift + bytes.length];
		System.arraycopy(bytes, 0, shifted, shift, bytes.length);
		String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
		int from = (shift * 8 + 5) / 6;
		int to = shifted.length * 8 / 6;
		return (from < to) ? encoded.substring(from, to) : "";
	}

	private static Stream<String> url(String text) {
		String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
		String percent = form.replace("+", "%20");
		String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
		return Stream.of(form, percent, percent.replaceAll("%2A", "*"), lowerCase(form), lowerCase(percent), hex,
				hex.toUpperCase(Locale.ROOT));
	}

	private static String lowerCase(String encoded) {
		return java.util.regex.Pattern.compile("%[0-9A-F]{2}")
			.matcher(encoded)
			.replaceAll((match) -> match.group().toLowerCase(Locale.ROOT));
	}

	/** JSON, and JSON as Go prints it; YAML in double quotes is close to it. */
	private static Stream<String> escaped(String text) {
		String quoted = JsonMapper.shared().writeValueAsString(text);
		String json = quoted.substring(1, quoted.length() - 1);
		return Stream.of(json, json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"),
				json.replace("/", "\\/"));
	}

}
