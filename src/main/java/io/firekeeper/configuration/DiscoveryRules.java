package io.firekeeper.configuration;

import java.util.List;
import java.util.regex.Pattern;

/** Rules of service discoveries (prometheus/prometheus {@code discovery}). */
final class DiscoveryRules {

	private static final Pattern FILES = Pattern.compile("[^*]*(\\*[^/]*)?\\.(json|yml|yaml|JSON|YML|YAML)",
			Pattern.DOTALL);

	private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final Pattern SCALEWAY_KEY = Pattern.compile("SCW[A-Z0-9]{17}");

	private static final Pattern SCALEWAY_ZONE = Pattern.compile("[a-z]{2}-[a-z]{3}-[1-9]");

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

	/**
	 * Formats as Scaleway's own client checks them (scaleway-sdk-go {@code validation}).
	 */
	static void scaleway(TypedStruct discovery, Checking checking) {
		secretKey(discovery, checking);
		form(discovery, "access_key", SCALEWAY_KEY, "SCWXXXXXXXXXXXXXXXXX", checking);
		form(discovery, "secret_key", UUID, "00000000-0000-0000-0000-000000000000", checking);
		form(discovery, "project_id", UUID, "00000000-0000-0000-0000-000000000000", checking);
		form(discovery, "zone", SCALEWAY_ZONE, "fr-par-1", checking);
		url(discovery, "api_url", checking);
		if (discovery.text("api_url").endsWith("/")) {
			checking.problem("not-of-form", discovery.at("api_url"), "api_url", "https://api.scaleway.com");
		}
	}

	private static void form(TypedStruct discovery, String key, Pattern form, String example, Checking checking) {
		if (discovery.has(key) && !form.matcher(discovery.text(key)).matches()) {
			checking.problem("not-of-form", discovery.at(key), key, example);
		}
	}

	static void uyuni(TypedStruct discovery, Checking checking) {
		url(discovery, "server", checking);
	}

	/**
	 * Where the region is missing, Prometheus asks the cloud for it while it loads the
	 * file.
	 */
	static void region(TypedStruct discovery, Checking checking) {
		if (!discovery.has("region") && !checking.isAtLeast(3, 10)) {
			checking.warning("region-from-metadata", discovery.place());
		}
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
