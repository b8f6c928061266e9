package io.firekeeper.configuration.alertmanager;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.HttpClientRules;
import io.firekeeper.configuration.Place;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.Schema;
import io.firekeeper.configuration.StructRules;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.TypedReader;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlDialect;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlPath;

/**
 * What a version of Alertmanager accepts. Answers as {@code amtool check-config} does:
 * unknown keys, types as Go decodes them, values, rules across fields, matchers, routes.
 */
public final class AlertmanagerSchema {

	/** The oldest version that is supported. */
	public static final TargetVersion OLDEST = new TargetVersion(0, 25);

	/** The newest version that is known. */
	public static final TargetVersion NEWEST = new TargetVersion(0, 34);

	static final Schema SCHEMA = new Schema("Alertmanager", Libraries::of, "/schema/alertmanager-fields.tsv");

	private static final Comparator<Problem> BY_PLACE = Comparator
		.comparingInt((Problem problem) -> problem.position().line())
		.thenComparingInt((problem) -> problem.position().column());

	private static final StructRules RULES = new StructRules(HttpClientRules.rules(),
			Map.ofEntries(Map.entry("Route", RouteRules::route), Map.entry("InhibitRule", RouteRules::inhibition),
					Map.entry("NamedInterval", IntervalRules::named), Map.entry("TimeRange", IntervalRules::times),
					Map.entry("Receiver", ReceiverRules::receiver), Map.entry("Discord", ReceiverRules::webhookUrl),
					Map.entry("MsTeams", ReceiverRules::webhookUrl), Map.entry("MsTeamsV2", ReceiverRules::webhookUrl),
					Map.entry("Mattermost", ReceiverRules::mattermost),
					Map.entry("MattermostField", ReceiverRules::field), Map.entry("Webhook", ReceiverRules::webhook),
					Map.entry("Webex", ReceiverRules::webex), Map.entry("IncidentIo", ReceiverRules::incidentIo),
					Map.entry("PagerDuty", ReceiverRules::pagerDuty), Map.entry("WeChat", ReceiverRules::weChat),
					Map.entry("OpsGenie", ReceiverRules::opsGenie), Map.entry("VictorOps", ReceiverRules::victorOps),
					Map.entry("Pushover", ReceiverRules::pushover), Map.entry("Sns", ReceiverRules::sns),
					Map.entry("Telegram", ReceiverRules::telegram), Map.entry("Jira", ReceiverRules::jira),
					Map.entry("RocketChat", ReceiverRules::rocketChat), Map.entry("Email", EmailRules::email),
					Map.entry("Slack", SlackRules::slack), Map.entry("SlackAction", SlackRules::action),
					Map.entry("SlackConfirmation", SlackRules::confirmation),
					Map.entry("SlackField", ReceiverRules::field), Map.entry("Tracing", EventRules::tracing),
					Map.entry("FileOutput", EventRules::file), Map.entry("WebhookOutput", EventRules::webhook),
					Map.entry("KafkaOutput", EventRules::kafka)));

	private AlertmanagerSchema() {
	}

	/**
	 * Reads alertmanager.yml as a version's own loader does: its tree, what is wrong, and
	 * warnings.
	 */
	public static Yaml.Reading read(String text, TargetVersion version) {
		Yaml.Reading reading = Yaml.read(text, YamlDialect.GO_2, Yaml.RENDERED_LIMIT);
		if (reading.root() == null && !reading.isAccepted()) {
			return reading;
		}
		YamlNode root = (reading.root() != null) ? reading.root() : YamlMapping.empty();
		List<Problem> problems = new ArrayList<>(reading.problems());
		problems.addAll(check(root, version));
		return new Yaml.Reading(root, problems.stream().sorted(BY_PLACE).toList());
	}

	/** Problems of alertmanager.yml, in order of the text. */
	public static List<Problem> check(YamlNode root, TargetVersion version) {
		List<Problem> problems = new ArrayList<>();
		load(root, version, problems);
		return problems.stream().distinct().sorted(BY_PLACE).toList();
	}

	/** Reads, checks and fills a configuration. */
	static TypedStruct load(YamlNode root, TargetVersion version, List<Problem> problems) {
		TypedReader reader = new TypedReader(SCHEMA, version, YamlDialect.GO_2, TypedReader.Absent.DEFAULT, problems);
		TypedStruct configuration = reader.readStruct(root, "Configuration", YamlPath.ROOT);
		Checking checking = new Checking(SCHEMA, version, problems);
		if (!(configuration.get("global") instanceof TypedStruct)) {
			configuration.put("global", reader.defaults("Global", Place.NOWHERE));
		}
		RULES.check(configuration, checking);
		Inheritance.fill(configuration, version);
		ConfigurationRules.check(configuration, checking);
		return configuration;
	}

}
