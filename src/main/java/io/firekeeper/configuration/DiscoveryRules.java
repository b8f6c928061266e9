package io.firekeeper.configuration;

import java.util.List;
import java.util.regex.Pattern;

/** Rules of service discoveries (prometheus/prometheus {@code discovery}). */
final class DiscoveryRules {

	private static final Pattern FILES = Pattern.compile("[^*]*(\\*[^/]*)?\\.(json|yml|yaml|JSON|YML|YAML)",
			Pattern.DOTALL);

	private DiscoveryRules() {
	}

	static void azure(TypedStruct azure, Checking checking) {
		if (azure.text("authentication_method").equals("OAuth")) {
			List.of("tenant_id", "client_id", "client_secret").forEach((key) -> checking.required(azure, key));
		}
	}

	static void consul(TypedStruct consul, Checking checking) {
		checking.exclusive(consul, "basic_auth", "username");
		checking.exclusive(consul, "basic_auth", "password");
		checking.exclusive(consul, "authorization", "token");
		checking.exclusive(consul, "oauth2", "token");
	}

	static void dns(TypedStruct dns, Checking checking) {
		if (!dns.text("type").equalsIgnoreCase("SRV")) {
			checking.required(dns, "port");
		}
	}

	static void docker(TypedStruct docker, Checking checking) {
		url(docker, "host", checking);
	}

	static void filter(TypedStruct filter, Checking checking) {
		checking.required(filter, "values");
	}

	static void file(TypedStruct file, Checking checking) {
		file.items("files")
			.stream()
			.map(TypedValue.Scalar.class::cast)
			.filter((name) -> !FILES.matcher(name.text()).matches())
			.forEach((name) -> checking.problem("bad-file-pattern", name.place(), name.text()));
	}

	/** A URL with scheme http or https and a host. */
	static void webAddress(TypedStruct discovery, Checking checking) {
		GoUrl url = url(discovery, "url", checking);
		if (!url.scheme().equals("http") && !url.scheme().equals("https") || url.host().isEmpty()) {
			checking.problem("not-web-url", discovery.at("url"), url.redacted());
		}
	}

	/** A server with any scheme and a host. */
	static void server(TypedStruct discovery, Checking checking) {
		GoUrl url = url(discovery, "server", checking);
		if (url.scheme().isEmpty() || url.host().isEmpty()) {
			checking.problem("not-web-url", discovery.at("server"), url.redacted());
		}
	}

	static void marathon(TypedStruct marathon, Checking checking) {
		checking.exclusive(marathon, "auth_token", "auth_token_file");
		for (String auth : List.of("basic_auth", "bearer_token", "bearer_token_file", "authorization")) {
			checking.exclusive(marathon, auth, "auth_token");
			checking.exclusive(marathon, auth, "auth_token_file");
		}
	}

	static void zookeeper(TypedStruct zookeeper, Checking checking) {
		zookeeper.items("paths")
			.stream()
			.map(TypedValue.Scalar.class::cast)
			.filter((path) -> !path.text().startsWith("/"))
			.forEach((path) -> checking.problem("not-absolute", path.place(), path.text()));
	}

	static void oci(TypedStruct oci, Checking checking) {
		List<String> keys = List.of("tenancy", "user", "fingerprint", "key_file");
		if (oci.text("auth").equals("api_key")) {
			keys.forEach((key) -> checking.required(oci, key));
			checking.exclusive(oci, "key_passphrase", "key_passphrase_file");
			return;
		}
		keys.forEach((key) -> checking.exclusive(oci, "auth", key));
	}

	/** A secret, or a file that holds it. */
	static void secretKey(TypedStruct discovery, Checking checking) {
		checking.oneOf(discovery, "secret_key", "secret_key_file");
		checking.exclusive(discovery, "secret_key", "secret_key_file");
	}

	static void stackit(TypedStruct stackit, Checking checking) {
		checking.oneOf(stackit, "endpoint", "region");
		url(stackit, "endpoint", checking);
	}

	private static GoUrl url(TypedStruct discovery, String key, Checking checking) {
		try {
			return GoUrl.parse(discovery.text(key));
		}
		catch (IllegalArgumentException _) {
			checking.problem("not-url", discovery.at(key), discovery.text(key));
			return new GoUrl("http", "", "-", "");
		}
	}

}
