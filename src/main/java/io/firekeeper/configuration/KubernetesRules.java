package io.firekeeper.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules of the discovery in Kubernetes (prometheus/prometheus
 * {@code discovery/kubernetes/kubernetes.go}).
 */
final class KubernetesRules {

	private KubernetesRules() {
	}

	static void discovery(TypedStruct discovery, Checking checking) {
		checking.exclusive(discovery, "kubeconfig_file", "api_server");
		boolean ownNamespace = discovery.get("namespaces") instanceof TypedStruct namespaces
				&& namespaces.flag("own_namespace");
		if (ownNamespace && (discovery.has("api_server") || discovery.has("kubeconfig_file"))) {
			checking.problem("exclusive-keys", discovery.at("namespaces"),
					"api_server, kubeconfig_file, namespaces.own_namespace");
		}
		if (changesClient(discovery) && (!discovery.has("api_server") || discovery.has("kubeconfig_file"))) {
			checking.problem("kubernetes-client", discovery.place());
		}
		selectors(discovery, checking);
	}

	private static boolean changesClient(TypedStruct discovery) {
		return Schema.struct("HttpClient").fields().keySet().stream().anyMatch((key) -> switch (key) {
			case "follow_redirects", "enable_http2" -> !discovery.flag(key);
			default -> discovery.has(key);
		});
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
		}
	}

	private static List<String> allowed(String role, Checking checking) {
		return switch (role) {
			case "pod" -> checking.isAtLeast(3, 11) ? List.of("pod", "node") : List.of("pod");
			case "endpoints", "endpointslice" -> List.of("pod", "service", role);
			default -> List.of(role);
		};
	}

}
