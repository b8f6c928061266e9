package io.firekeeper.configuration;

import java.util.Map;

/** What Prometheus checks, by struct. */
final class PrometheusRules {

	static final StructRules ALL = new StructRules(HttpClientRules.rules(), Map.ofEntries(
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
			Map.entry("WebFile", WebRules::file), Map.entry("WebHttp", WebRules::http),
			Map.entry("WebTls", WebRules::tls), Map.entry("EurekaDiscovery", DiscoveryRules::server),
			Map.entry("FileDiscovery", DiscoveryRules::file), Map.entry("HttpDiscovery", DiscoveryRules::webAddress),
			Map.entry("KubernetesDiscovery", KubernetesRules::discovery),
			Map.entry("KumaDiscovery", DiscoveryRules::server),
			Map.entry("MarathonDiscovery", DiscoveryRules::marathon),
			Map.entry("NerveDiscovery", DiscoveryRules::zookeeper),
			Map.entry("ServersetDiscovery", DiscoveryRules::zookeeper), Map.entry("OciDiscovery", DiscoveryRules::oci),
			Map.entry("OutscaleDiscovery", DiscoveryRules::secretKey),
			Map.entry("PuppetdbDiscovery", DiscoveryRules::webAddress),
			Map.entry("ScalewayDiscovery", DiscoveryRules::scaleway),
			Map.entry("StackitDiscovery", DiscoveryRules::stackit), Map.entry("RuleFile", RuleFileRules::file),
			Map.entry("RuleGroup", RuleFileRules::group), Map.entry("Rule", RuleFileRules::rule)));

	private PrometheusRules() {
	}

}
