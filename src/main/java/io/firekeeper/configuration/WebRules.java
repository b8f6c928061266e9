package io.firekeeper.configuration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules of web.yml (prometheus/exporter-toolkit {@code web}). */
final class WebRules {

	private static final Map<String, List<String>> HEADERS = Map.of("Strict-Transport-Security", List.of(),
			"X-Content-Type-Options", List.of("nosniff"), "X-Frame-Options", List.of("deny", "sameorigin"),
			"X-XSS-Protection", List.of(), "Content-Security-Policy", List.of());

	private static final List<String> CLIENT_AUTHENTICATIONS = List.of("NoClientCert", "RequestClientCert",
			"RequireClientCert", "RequireAnyClientCert", "VerifyClientCertIfGiven", "RequireAndVerifyClientCert");

	/** In bytes. */
	private static final int MIN_HASH_LENGTH = 59;

	private static final Pattern COST = Pattern.compile("0[4-9]|[12][0-9]|3[01]|\\+[4-9]");

	private WebRules() {
	}

	static void file(TypedStruct file, Checking checking) {
		if (file.get("basic_auth_users") instanceof TypedValue.Entries users) {
			users.entries().forEach((name, hash) -> user(name, hash, checking));
		}
	}

	private static void user(String name, TypedValue hash, Checking checking) {
		String text = (hash instanceof TypedValue.Scalar scalar) ? scalar.text() : "";
		if (!isBcrypt(text.getBytes(StandardCharsets.UTF_8))) {
			checking.problem("not-bcrypt", hash.place(), name);
		}
	}

	/**
	 * Whether bcrypt can tell its cost, which is all that is looked at (x/crypto/bcrypt
	 * {@code newFromHash}): {@code $2a$10$…}, or {@code $2$10$…} without a minor version.
	 */
	private static boolean isBcrypt(byte[] hash) {
		if (hash.length < MIN_HASH_LENGTH || hash[0] != '$' || hash[1] > '2' || hash[1] < 0) {
			return false;
		}
		int start = (hash[2] == '$') ? 3 : 4;
		return COST.matcher(new String(hash, start, 2, StandardCharsets.ISO_8859_1)).matches();
	}

	static void http(TypedStruct http, Checking checking) {
		if (http.get("headers") instanceof TypedValue.Entries headers) {
			headers.entries().forEach((name, value) -> header(name, value, checking));
		}
	}

	private static void header(String name, TypedValue value, Checking checking) {
		List<String> allowed = HEADERS.get(name);
		String text = (value instanceof TypedValue.Scalar scalar) ? scalar.text() : "";
		if (allowed == null) {
			checking.problem("web-header", value.place(), name,
					String.join(", ", HEADERS.keySet().stream().sorted().toList()));
		}
		else if (!allowed.isEmpty() && !allowed.contains(text)) {
			checking.problem("not-one-of", value.place(), text, String.join(", ", allowed));
		}
	}

	static void tls(TypedStruct tls, Checking checking) {
		boolean authorities = tls.has("client_ca") || tls.has("client_ca_file");
		String authentication = tls.text("client_auth_type");
		boolean wanted = tls.has("cert") || tls.has("cert_file") || tls.has("key") || tls.has("key_file") || authorities
				|| !authentication.isEmpty();
		if (!wanted) {
			return;
		}
		checking.oneOf(tls, "cert_file", "cert");
		checking.oneOf(tls, "key_file", "key");
		if (!authentication.isEmpty() && !CLIENT_AUTHENTICATIONS.contains(authentication)) {
			checking.problem("not-one-of", tls.at("client_auth_type"), authentication,
					String.join(", ", CLIENT_AUTHENTICATIONS));
		}
		if (authorities && (authentication.isEmpty() || authentication.equals("NoClientCert"))) {
			checking.problem("needs-key", tls.at(tls.has("client_ca") ? "client_ca" : "client_ca_file"), "client_ca",
					"client_auth_type");
		}
		material(tls, checking);
	}

	private static void material(TypedStruct tls, Checking checking) {
		for (String key : List.of("cert_file", "key_file", "client_ca_file")) {
			if (tls.has(key)) {
				checking.info("file-must-exist", tls.at(key), tls.text(key));
			}
		}
		if (tls.has("cert") && !tls.has("cert_file") && !Pem.isCertificate(tls.text("cert"))) {
			checking.problem("not-pem", tls.at("cert"), "cert", "CERTIFICATE");
		}
		if (tls.has("key") && !tls.has("key_file") && !Pem.isPrivateKey(tls.text("key"))) {
			checking.problem("not-pem", tls.at("key"), "key", "PRIVATE KEY");
		}
	}

}
