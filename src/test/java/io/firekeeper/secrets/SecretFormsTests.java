package io.firekeeper.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SecretFormsTests {

	private static final String VALUE = "p\"ä/s <w>&ö'rd+1\\";

	static Stream<String> texts() {
		String json = JsonMapper.shared().writeValueAsString(VALUE);
		return Stream.of("password " + VALUE + " refused",
				"GET /?q=" + URLEncoder.encode(VALUE, StandardCharsets.UTF_8),
				"GET /?q=" + URLEncoder.encode(VALUE, StandardCharsets.UTF_8).replace("+", "%20"),
				"GET /?q=" + URLEncoder.encode(VALUE, StandardCharsets.UTF_8).toLowerCase(java.util.Locale.ROOT),
				"{\"error\":" + json + "}",
				"{\"error\":" + json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "}",
				"yaml: '" + VALUE.replace("'", "''") + "'", "hex " + HexFormat.of().formatHex(bytes(VALUE)),
				"b64 " + Base64.getEncoder().encodeToString(bytes(VALUE)),
				"b64 " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(VALUE)),
				"Basic " + Base64.getEncoder().encodeToString(bytes("prometheus:" + VALUE)),
				"Basic " + Base64.getEncoder().encodeToString(bytes("prometheu:" + VALUE + ":x")),
				"Basic " + Base64.getEncoder().encodeToString(bytes("promethe:" + VALUE + "::")));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void whenAValueStandsInATextThenOneOfItsFormsFindsIt(String text) {
		assertThat(SecretForms.of(VALUE).anyMatch(text::contains)).isTrue();
	}

	@Test
	void whenAValueHasLinesThenEachIsFoundIndented() {
		String pem = "-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END KEY-----\n";
		String yaml = "key: |\n    -----BEGIN KEY-----\n    MIIEvQIBADANBg\n    kqhkiG9w0BAQEF\n";
		String masked = SecretForms.of(pem).reduce(yaml, (text, form) -> text.replace(form, "x"));
		assertThat(masked).doesNotContain("MIIEvQ", "kqhkiG").contains("key: |", "BEGIN KEY");
	}

	@Test
	void whenAValueIsShortThenOrdinaryTextStays() {
		assertThat(SecretForms.of("abcd")).allSatisfy((form) -> assertThat(form.length()).isGreaterThanOrEqualTo(4));
		assertThat(SecretForms.of("abcd").noneMatch("a perfectly ordinary sentence about jobs"::contains)).isTrue();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
