package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * For every struct and key of the schema small files that set that key: to values of its
 * type and of every other, to null, to an empty text, twice.
 */
final class SchemaExamples {

	private static final String UUID = "00000000-0000-0000-0000-000000000000";

	/** What a struct needs beside the keys that the schema marks as required. */
	private static final Map<String, String> NEEDED = Map.ofEntries(Map.entry("Relabel", "{target_label: a}"),
			Map.entry("OAuth2", "{client_id: a, client_secret: b, token_url: 'http://a/'}"),
			Map.entry("RemoteWrite", "{url: 'http://a/'}"), Map.entry("RemoteRead", "{url: 'http://a/'}"),
			Map.entry("AzureAd", "{managed_identity: {client_id: " + UUID + "}}"),
			Map.entry("AzureAdManagedIdentity", "{client_id: " + UUID + "}"),
			Map.entry("AzureAdOAuth", "{client_id: " + UUID + ", client_secret: a, tenant_id: " + UUID + "}"),
			Map.entry("AzureAdWorkloadIdentity", "{client_id: " + UUID + ", tenant_id: " + UUID + "}"),
			Map.entry("AzureDiscovery", "{subscription_id: a, tenant_id: b, client_id: c, client_secret: d}"),
			Map.entry("DockerDiscovery", "{host: 'unix:///var/run/docker.sock'}"),
			Map.entry("DockerSwarmDiscovery", "{host: 'unix:///var/run/docker.sock', role: nodes}"),
			Map.entry("DockerFilter", "{name: a, values: [b]}"), Map.entry("Ec2Filter", "{name: a, values: [b]}"),
			Map.entry("AwsDiscovery", "{role: ec2, region: a}"), Map.entry("Ec2Discovery", "{region: a}"),
			Map.entry("EcsDiscovery", "{region: a}"), Map.entry("ElasticacheDiscovery", "{region: a}"),
			Map.entry("LightsailDiscovery", "{region: a}"), Map.entry("MskDiscovery", "{region: a}"),
			Map.entry("RdsDiscovery", "{region: a}"), Map.entry("EurekaDiscovery", "{server: 'http://a/'}"),
			Map.entry("FileDiscovery", "{files: [a.json]}"), Map.entry("HttpDiscovery", "{url: 'http://a/'}"),
			Map.entry("KumaDiscovery", "{server: 'http://a/'}"),
			Map.entry("NerveDiscovery", "{paths: [/a], servers: [b]}"),
			Map.entry("ServersetDiscovery", "{paths: [/a], servers: [b]}"),
			Map.entry("OciDiscovery", "{region: a, tenancy: b, user: c, fingerprint: d, key_file: e}"),
			Map.entry("OutscaleDiscovery", "{access_key: a, secret_key: b}"),
			Map.entry("PuppetdbDiscovery", "{url: 'http://a/', query: b}"),
			Map.entry("ScalewayDiscovery",
					"{role: instance, project_id: " + UUID + ", access_key: SCWXXXXXXXXXXXXXXXXX, secret_key: " + UUID
							+ "}"),
			Map.entry("UyuniDiscovery", "{server: 'http://a/', username: b, password: c}"),
			Map.entry("KubernetesSelector", "{role: node}"), Map.entry("Rule", "{record: a, expr: b}"),
			Map.entry("TritonDiscovery", "{account: a, dns_suffix: b, endpoint: c}"));

	/** The same for Alertmanager. */
	private static final Map<String, String> NEEDED_BY_ALERTMANAGER = Map.ofEntries(
			Map.entry("Configuration", "{route: {receiver: a}, receivers: [{name: a}]}"),
			Map.entry("Route", "{receiver: a}"), Map.entry("Receiver", "{name: a}"),
			Map.entry("NamedInterval", "{name: a, time_intervals: [{weekdays: [monday]}]}"),
			Map.entry("TimeRange", "{start_time: '08:00', end_time: '09:00'}"),
			Map.entry("OAuth2", "{client_id: a, client_secret: b, token_url: 'http://a/'}"),
			Map.entry("Discord", "{webhook_url: 'http://a/'}"),
			Map.entry("Email", "{to: a, from: b, smarthost: 'c:25'}"),
			Map.entry("IncidentIo", "{url: 'http://a/', alert_source_token: b}"),
			Map.entry("Jira", "{api_url: 'http://a/', project: b, issue_type: c}"),
			Map.entry("Mattermost", "{webhook_url: 'http://a/'}"), Map.entry("MsTeams", "{webhook_url: 'http://a/'}"),
			Map.entry("MsTeamsV2", "{webhook_url: 'http://a/'}"), Map.entry("OpsGenie", "{api_key: a}"),
			Map.entry("OpsGenieResponder", "{name: a, type: team}"), Map.entry("PagerDuty", "{routing_key: a}"),
			Map.entry("Pushover", "{user_key: a, token: b}"), Map.entry("RocketChat", "{token: a, token_id: b}"),
			Map.entry("Slack", "{api_url: 'http://a/', channel: b}"),
			Map.entry("SlackAction", "{type: a, text: b, url: c}"), Map.entry("SlackConfirmation", "{text: a}"),
			Map.entry("SlackField", "{title: a, value: b}"), Map.entry("Sns", "{topic_arn: a, sigv4: {region: b}}"),
			Map.entry("Telegram", "{bot_token: a, chat_id: 1}"), Map.entry("VictorOps", "{api_key: a, routing_key: b}"),
			Map.entry("Webex", "{room_id: a, http_config: {authorization: {credentials: b}}}"),
			Map.entry("Webhook", "{url: 'http://a/'}"), Map.entry("WeChat", "{api_secret: a, corp_id: b}"));

	private static final Map<String, YamlNode> VALUES = new ConcurrentHashMap<>();

	private final Schema schema;

	private final Map<String, String> needed;

	private final TargetVersion version;

	private final Set<String> seen = new HashSet<>();

	private final List<String> texts = new ArrayList<>();

	private SchemaExamples(Schema schema, Map<String, String> needed, TargetVersion version) {
		this.schema = schema;
		this.needed = needed;
		this.version = version;
	}

	/** The files below a root struct, as far as a version knows the keys. */
	static List<String> of(String root, TargetVersion version) {
		return of(new SchemaExamples(Schema.PROMETHEUS, NEEDED, version), root);
	}

	/** The files for an Alertmanager, as far as a version knows the keys. */
	static List<String> ofAlertmanager(Schema schema, TargetVersion version) {
		return of(new SchemaExamples(schema, NEEDED_BY_ALERTMANAGER, version), "Configuration");
	}

	private static List<String> of(SchemaExamples examples, String root) {
		examples.struct(root, (node) -> node);
		return examples.texts;
	}

	private void struct(String name, UnaryOperator<YamlNode> around) {
		if (!this.seen.add(name)) {
			return;
		}
		YamlMapping base = base(name);
		for (SchemaField field : this.schema.struct(name).fields().values()) {
			if (!field.isIn(this.version)) {
				continue;
			}
			for (String value : Mutations.SCALARS) {
				add(around, base, field.key(), value(value));
			}
			for (String value : extra(field)) {
				add(around, base, field.key(), value(value));
			}
			add(around, base.without(field.key()));
			below(field.type(), (node) -> around.apply(base.with(field.key(), node)));
		}
	}

	private static List<String> extra(SchemaField field) {
		List<String> values = new ArrayList<>();
		int start = field.rules().indexOf('=');
		if (start >= 0) {
			for (String value : field.rules().substring(start + 1).split(",")) {
				values.add(value.replaceFirst("(<|>=).*", ""));
				values.add(value.replaceFirst("(<|>=).*", "").toLowerCase(Locale.ROOT));
				values.add(value.replaceFirst("(<|>=).*", "").toUpperCase(Locale.ROOT));
			}
		}
		return values.stream().filter((value) -> !value.isEmpty()).toList();
	}

	private void below(SchemaType type, UnaryOperator<YamlNode> around) {
		switch (type) {
			case SchemaType.Plain _ -> {
			}
			case SchemaType.ListOf list -> {
				for (String value : Mutations.SCALARS) {
					add(around, YamlSequence.of(List.of(value(value))));
				}
				below(list.item(), (node) -> around.apply(YamlSequence.of(List.of(node))));
			}
			case SchemaType.MapOf map -> {
				for (String value : Mutations.SCALARS) {
					add(around, YamlMapping.empty().with("a", value(value)));
					if (value(value) instanceof YamlScalar scalar) {
						add(around, new YamlMapping(List.of(new YamlMapping.Entry(scalar, example(map.value()))),
								Position.NONE));
					}
				}
				below(map.value(), (node) -> around.apply(YamlMapping.empty().with("a", node)));
			}
			case SchemaType.StructOf struct -> struct(struct.name(), around);
		}
	}

	private YamlNode example(SchemaType type) {
		return switch (type) {
			case SchemaType.Plain plain -> YamlScalar.plain(switch (plain.kind()) {
				case BOOL -> "true";
				case INT, UINT, FLOAT -> "1";
				case DURATION -> "1m";
				case SIZE -> "1MB";
				default -> "a";
			});
			case SchemaType.ListOf list -> YamlSequence.of(List.of(example(list.item())));
			case SchemaType.MapOf map -> YamlMapping.empty().with("a", example(map.value()));
			case SchemaType.StructOf struct -> base(struct.name());
		};
	}

	private YamlMapping base(String name) {
		YamlMapping base = YamlMapping.empty();
		if (this.needed.containsKey(name)) {
			return Fixtures.mapping(Yaml.read(this.needed.get(name), 1000).root());
		}
		for (SchemaField field : this.schema.struct(name).fields().values()) {
			if (field.isIn(this.version) && field.isRequired()) {
				List<String> values = field.valuesIn(this.version);
				base = base.with(field.key(),
						(values != null) ? YamlScalar.plain(values.getFirst()) : example(field.type()));
			}
		}
		return base;
	}

	private void add(UnaryOperator<YamlNode> around, YamlMapping base, String key, YamlNode value) {
		add(around, base.with(key, value));
	}

	private void add(UnaryOperator<YamlNode> around, YamlNode node) {
		this.texts.add(Yaml.print(around.apply(node)));
	}

	private static YamlNode value(String text) {
		return VALUES.computeIfAbsent(text, SchemaExamples::read);
	}

	private static YamlNode read(String text) {
		Yaml.Reading reading = Yaml.read("a: " + text, 1000);
		YamlNode value = (reading.root() instanceof YamlMapping mapping) ? mapping.get("a") : null;
		return (value != null) ? value : YamlScalar.plain(text);
	}

}
