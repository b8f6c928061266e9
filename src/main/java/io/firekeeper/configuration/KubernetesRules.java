package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.re2j.Pattern;

/**
 * Rules of the discovery in Kubernetes (prometheus/prometheus
 * {@code discovery/kubernetes/kubernetes.go}).
 */
final class KubernetesRules {

	private static final Pattern FIELDS = Pattern
		.compile("(?s)([^=,\\\\]|\\\\[\\\\,=])*([=!]?=)([^=,\\\\]|\\\\[\\\\,=])*");

	private static final String NAME = "(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)";

	private static final String KEY = "(?:" + NAME + "/)?" + NAME;

	private static final Pattern LABEL = Pattern.compile("\\s*(!\\s*" + KEY + "|" + KEY + "(\\s*(=|==|!=)\\s*" + NAME
			+ "?|\\s+(in|notin)\\s*\\(\\s*" + NAME + "?(\\s*,\\s*" + NAME + "?)*\\s*\\)|\\s*[<>]\\s*[0-9]+)?)\\s*");

	private KubernetesRules() {
	}

	static void discovery(TypedStruct discovery, Checking checking) {
		boolean server = discovery.isGiven("api_server");
		if (server && discovery.has("kubeconfig_file")) {
			checking.problem("exclusive-keys", discovery.at("kubeconfig_file"), "kubeconfig_file, api_server");
		}
		boolean ownNamespace = discovery.get("namespaces") instanceof TypedStruct namespaces
				&& namespaces.flag("own_namespace");
		if (ownNamespace && (server || discovery.has("kubeconfig_file"))) {
			checking.problem("exclusive-keys", discovery.at("namespaces"),
					"api_server, kubeconfig_file, namespaces.own_namespace");
		}
		if (changesClient(discovery) && (!server || discovery.has("kubeconfig_file"))) {
			checking.problem("kubernetes-client", discovery.place());
		}
		selectors(discovery, checking);
	}

	private static boolean changesClient(TypedStruct discovery) {
		return Schema.PROMETHEUS.struct("HttpClient").fields().keySet().stream().anyMatch((key) -> switch (key) {
			case "follow_redirects", "enable_http2" -> !discovery.flag(key);
			default -> discovery.has(key) || discovery.isGiven(key) && isKeptWhenEmpty(discovery.get(key));
		});
	}

	private static boolean isKeptWhenEmpty(TypedValue value) {
		return value instanceof TypedValue.Entries
				|| value instanceof TypedValue.Scalar scalar && scalar.kind() == SchemaType.Kind.URL;
	}

	private static void selectors(TypedStruct discovery, Checking checking) {
		Set<String> seen = new HashSet<>();
		List<String> allowed = allowed(discovery.text("role"), checking);
		for (TypedStruct selector : discovery.structs("selectors")) {
			String role = selector.text("role");
			if (!seen.add(role)) {
				checking.problem("repeated-or-empty", selector.at("role"), role);
			}
			if (!allowed.contains(role)) {
				checking.problem("not-one-of", selector.at("role"), role, String.join(", ", allowed));
			}
			syntax(selector, checking);
		}
	}

	private static void syntax(TypedStruct selector, Checking checking) {
		String fields = selector.text("field");
		boolean fieldsValid = Arrays.stream(fields.split("(?<!\\\\),"))
			.allMatch((term) -> term.isEmpty() || FIELDS.matcher(term).matches());
		if (!fieldsValid) {
			checking.problem("not-selector", selector.at("field"), fields);
		}
		String labels = selector.text("label");
		if (!labels.isBlank() && !requirements(labels).stream().allMatch((term) -> LABEL.matcher(term).matches())) {
			checking.problem("not-selector", selector.at("label"), labels);
		}
	}

	private static List<String> requirements(String labels) {
		List<String> terms = new ArrayList<>();
		int start = 0;
		int depth = 0;
		for (int at = 0; at < labels.length(); at++) {
			depth += switch (labels.charAt(at)) {
				case '(' -> 1;
				case ')' -> -1;
				default -> 0;
			};
			if (labels.charAt(at) == ',' && depth == 0) {
				terms.add(labels.substring(start, at));
				start = at + 1;
			}
		}
		terms.add(labels.substring(start));
		return terms;
	}

	private static List<String> allowed(String role, Checking checking) {
		return switch (role) {
			case "pod" -> checking.isAtLeast(3, 11) ? List.of("pod", "node") : List.of("pod");
			case "endpoints", "endpointslice" -> List.of("pod", "service", role);
			default -> List.of(role);
		};
	}

}
