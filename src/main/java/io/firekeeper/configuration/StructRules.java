package io.firekeeper.configuration;

import java.util.Map;
import java.util.Set;

/**
 * Visits every struct of a tree, innermost first, and applies the rules of its parts.
 */
final class StructRules {

	private static final Map<String, StructRule> RULES = Map.ofEntries(Map.entry("HttpClient", HttpClientRules::client),
			Map.entry("Proxy", HttpClientRules::proxy), Map.entry("BasicAuth", HttpClientRules::basicAuth),
			Map.entry("Authorization", HttpClientRules::authorization), Map.entry("OAuth2", HttpClientRules::oauth2),
			Map.entry("Tls", HttpClientRules::tls), Map.entry("SigV4", RemoteRules::sigV4),
			Map.entry("AzureAd", RemoteRules::azureAd), Map.entry("Queue", RemoteRules::queue),
			Map.entry("RemoteWrite", RemoteRules::write), Map.entry("RemoteRead", RemoteRules::read),
			Map.entry("Global", GlobalRules::global), Map.entry("Retention", GlobalRules::retention),
			Map.entry("Tracing", GlobalRules::tracing), Map.entry("Otlp", GlobalRules::otlp),
			Map.entry("Alerting", ScrapeRules::alerting), Map.entry("Alertmanager", ScrapeRules::alertmanager),
			Map.entry("Scrape", ScrapeRules::scrape), Map.entry("AzureDiscovery", DiscoveryRules::azure),
			Map.entry("ConsulDiscovery", DiscoveryRules::consul), Map.entry("DnsDiscovery", DiscoveryRules::dns),
			Map.entry("DockerDiscovery", DiscoveryRules::docker),
			Map.entry("DockerSwarmDiscovery", DiscoveryRules::docker), Map.entry("Ec2Filter", DiscoveryRules::filter),
			Map.entry("Ec2Discovery", DiscoveryRules::region), Map.entry("EcsDiscovery", DiscoveryRules::region),
			Map.entry("LightsailDiscovery", DiscoveryRules::region), Map.entry("UyuniDiscovery", DiscoveryRules::uyuni),
			Map.entry("EurekaDiscovery", DiscoveryRules::server), Map.entry("FileDiscovery", DiscoveryRules::file),
			Map.entry("HttpDiscovery", DiscoveryRules::webAddress),
			Map.entry("KubernetesDiscovery", KubernetesRules::discovery),
			Map.entry("KumaDiscovery", DiscoveryRules::server),
			Map.entry("MarathonDiscovery", DiscoveryRules::marathon),
			Map.entry("NerveDiscovery", DiscoveryRules::zookeeper),
			Map.entry("ServersetDiscovery", DiscoveryRules::zookeeper), Map.entry("OciDiscovery", DiscoveryRules::oci),
			Map.entry("OutscaleDiscovery", DiscoveryRules::secretKey),
			Map.entry("PuppetdbDiscovery", DiscoveryRules::webAddress),
			Map.entry("ScalewayDiscovery", DiscoveryRules::scaleway),
			Map.entry("StackitDiscovery", DiscoveryRules::stackit), Map.entry("RuleFile", RuleFileRules::file),
			Map.entry("RuleGroup", RuleFileRules::group), Map.entry("Rule", RuleFileRules::rule),
			Map.entry("WebFile", WebRules::file), Map.entry("WebHttp", WebRules::http),
			Map.entry("WebTls", WebRules::tls));

	/** What is checked by the check of the HTTP client that it belongs to. */
	private static final Set<String> CREDENTIALS = Set.of("BasicAuth", "Authorization", "OAuth2");

	private StructRules() {
	}

	static void check(TypedValue value, Checking checking) {
		switch (value) {
			case TypedStruct struct -> struct(struct, checking);
			case TypedValue.Items items -> {
				items.items()
					.stream()
					.filter(TypedValue.Nothing.class::isInstance)
					.forEach((item) -> checking.problem("empty-item", item.place()));
				inside(items, checking);
			}
			case TypedValue.Entries entries -> entries.entries().values().forEach((entry) -> check(entry, checking));
			case TypedValue.Scalar _, TypedValue.Nothing _ -> {
			}
		}
	}

	/** A list that was replaced: what its items check themselves was checked. */
	private static void discarded(TypedValue value, Checking checking) {
		if (value instanceof TypedValue.Items items) {
			inside(items, checking);
		}
		else {
			check(value, checking);
		}
	}

	private static void inside(TypedValue.Items items, Checking checking) {
		items.items().forEach((item) -> check(item, checking));
	}

	private static void struct(TypedStruct struct, Checking checking) {
		boolean unchecked = HttpClientRules.isUnchecked(struct, checking);
		Checking below = unchecked ? checking.withoutCredentials() : checking;
		struct.values().values().forEach((value) -> check(value, below));
		struct.discarded().forEach((value) -> discarded(value, below));
		if (!struct.isSound() || !checking.credentials() && CREDENTIALS.contains(struct.schema().name())) {
			return;
		}
		struct.schema()
			.fields()
			.values()
			.stream()
			.filter((field) -> field.isRequired() && field.isIn(checking.version()))
			.forEach((field) -> checking.required(struct, field.key()));
		struct.schema().parts().forEach((part) -> rule(part).check(struct, checking));
	}

	private static StructRule rule(String part) {
		return RULES.getOrDefault(part, (_, _) -> {
		});
	}

}
