package io.firekeeper.configuration;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rules of remote write and remote read (prometheus/prometheus {@code config/config.go},
 * {@code storage/remote/azuread}).
 */
final class RemoteRules {

	private static final Pattern UUID = Pattern
		.compile("(?i)(urn:uuid:)?\\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\\}?");

	private static final String[] AZURE = { "managed_identity", "workload_identity", "oauth", "sdk", "certificate" };

	private static final Pattern SCOPE = Pattern.compile("[\\w\\s:/.\\-]+");

	private RemoteRules() {
	}

	static void write(TypedStruct write, Checking checking) {
		HttpClientRules.headers(write, "headers", checking);
		List<String> others = List.of("sigv4", "azuread", "google_iam");
		for (String auth : List.of("basic_auth", "authorization", "oauth2", "bearer_token", "bearer_token_file")) {
			others.forEach((other) -> checking.exclusive(write, auth, other));
		}
		checking.exclusive(write, "sigv4", "azuread", "google_iam");
		RelabelRules.steps(write, "write_relabel_configs", checking);
	}

	static void read(TypedStruct read, Checking checking) {
		HttpClientRules.headers(read, "headers", checking);
	}

	static void queue(TypedStruct queue, Checking checking) {
		if (!checking.isAtLeast(3, 12)) {
			if (number(queue, "max_samples_per_send").signum() <= 0) {
				checking.warning("queue-crashes", queue.at("max_samples_per_send"));
			}
			return;
		}
		for (String key : List.of("max_shards", "min_shards", "max_samples_per_send", "capacity")) {
			if (number(queue, key).signum() <= 0) {
				checking.problem("not-positive", queue.at(key), key);
			}
		}
		if (number(queue, "min_shards").compareTo(number(queue, "max_shards")) > 0) {
			checking.problem("minimum-above-maximum", queue.at("min_shards"), "min_shards", "max_shards");
		}
		if (backoff(queue, "max_backoff").compareTo(backoff(queue, "min_backoff")) < 0) {
			checking.problem("minimum-above-maximum", queue.at("max_backoff"), "min_backoff", "max_backoff");
		}
	}

	static void sigV4(TypedStruct sigV4, Checking checking) {
		checking.needs(sigV4, "access_key", "secret_key");
		checking.needs(sigV4, "secret_key", "access_key");
		checking.needs(sigV4, "external_id", "role_arn");
	}

	static void azureAd(TypedStruct azure, Checking checking) {
		checking.exclusive(azure, AZURE);
		checking.oneOf(azure, AZURE);
		for (String method : List.of("managed_identity", "workload_identity", "oauth", "certificate")) {
			if (azure.get(method) instanceof TypedStruct identity && identity.has("client_id")
					&& !UUID.matcher(identity.text("client_id")).matches()) {
				checking.problem("not-uuid", identity.at("client_id"), identity.text("client_id"));
			}
		}
		if (azure.has("scope") && !SCOPE.matcher(azure.text("scope")).matches()) {
			checking.problem("not-scope", azure.at("scope"), azure.text("scope"));
		}
	}

	private static BigInteger number(TypedStruct struct, String key) {
		return new BigInteger(struct.text(key));
	}

	private static PrometheusDuration backoff(TypedStruct queue, String key) {
		return PrometheusDuration.parse(queue.text(key));
	}

}
