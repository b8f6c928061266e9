package io.firekeeper.configuration;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules of HTTP clients (prometheus/common {@code config/http_config.go}). */
public final class HttpClientRules {

	private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

	private static final Set<String> RESERVED_HEADERS = Set.of("authorization", "host", "content-encoding",
			"content-length", "content-type", "user-agent", "connection", "keep-alive", "proxy-authenticate",
			"proxy-authorization", "www-authenticate", "accept-encoding", "x-prometheus-remote-write-version",
			"x-prometheus-remote-read-version", "x-prometheus-scrape-timeout-seconds", "x-amz-date",
			"x-amz-security-token", "x-amz-content-sha256");

	/** Discoveries that did not check their HTTP client before 2.48. */
	private static final Set<String> UNCHECKED = Set.of("Ec2Discovery", "LightsailDiscovery", "AzureDiscovery",
			"HttpDiscovery", "PuppetdbDiscovery", "UyuniDiscovery", "KumaDiscovery");

	private HttpClientRules() {
	}

	/** The rules of structs that hold how HTTP clients sign in. */
	public static Map<String, StructRule> rules() {
		return Map.of("HttpClient", HttpClientRules::client, "Proxy", HttpClientRules::proxy, "BasicAuth",
				HttpClientRules::basicAuth, "Authorization", HttpClientRules::authorization, "OAuth2",
				HttpClientRules::oauth2, "Tls", HttpClientRules::tls, "SigV4", RemoteRules::sigV4);
	}

	static void client(TypedStruct client, Checking checking) {
		if (isUnchecked(client, checking)) {
			return;
		}
		checking.exclusive(client, "basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file");
		headers(client, "http_headers", checking);
	}

	/** Headers that Prometheus sets itself must not be set. */
	static void headers(TypedStruct struct, String key, Checking checking) {
		if (struct.get(key) instanceof TypedValue.Entries headers) {
			headers.entries()
				.entrySet()
				.stream()
				.filter((header) -> RESERVED_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT)))
				.forEach((header) -> checking.problem("reserved-header", header.getValue().place(), header.getKey()));
		}
	}

	static void proxy(TypedStruct proxy, Checking checking) {
		if (isUnchecked(proxy, checking)) {
			return;
		}
		if (!checking.hasLibrariesOf(2, 43)) {
			checking.needs(proxy, "proxy_connect_header", "proxy_url");
			return;
		}
		if (!proxy.flag("proxy_from_environment")) {
			checking.needs(proxy, "proxy_connect_header", "proxy_url");
			checking.needs(proxy, "no_proxy", "proxy_url");
			return;
		}
		checking.exclusive(proxy, "proxy_from_environment", "proxy_url");
		checking.exclusive(proxy, "proxy_from_environment", "no_proxy");
	}

	static boolean isUnchecked(TypedStruct client, Checking checking) {
		return !checking.hasLibrariesOf(2, 48) && UNCHECKED.contains(client.schema().name());
	}

	static void basicAuth(TypedStruct auth, Checking checking) {
		checking.exclusive(auth, "username", "username_file", "username_ref");
		checking.exclusive(auth, "password", "password_file", "password_ref");
	}

	static void authorization(TypedStruct auth, Checking checking) {
		checking.exclusive(auth, "credentials", "credentials_file", "credentials_ref");
		if (auth.text("type").strip().equalsIgnoreCase("basic")) {
			checking.problem("authorization-basic", auth.at("type"));
		}
	}

	static void oauth2(TypedStruct oauth2, Checking checking) {
		proxy(oauth2, checking);
		if (oauth2.text("grant_type").equals(JWT_BEARER)) {
			checking.exclusive(oauth2, "client_certificate_key", "client_certificate_key_file",
					"client_certificate_key_ref");
			return;
		}
		checking.exclusive(oauth2, "client_secret", "client_secret_file", "client_secret_ref");
		if (!checking.hasLibrariesOf(2, 51)) {
			checking.oneOf(oauth2, "client_secret", "client_secret_file");
		}
	}

	static void tls(TypedStruct tls, Checking checking) {
		if (!checking.hasLibrariesOf(2, 45)) {
			return;
		}
		checking.exclusive(tls, "ca", "ca_file", "ca_ref");
		checking.exclusive(tls, "cert", "cert_file", "cert_ref");
		checking.exclusive(tls, "key", "key_file", "key_ref");
		if (tls.has("cert") || tls.has("cert_file") || tls.has("cert_ref")) {
			checking.oneOf(tls, "key", "key_file", "key_ref");
		}
		else if (tls.has("key") || tls.has("key_file") || tls.has("key_ref")) {
			checking.oneOf(tls, "cert", "cert_file", "cert_ref");
		}
	}

}
