package io.firekeeper.configuration.alertmanager;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.Place;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;

/**
 * Rules across the sections of alertmanager.yml (prometheus/alertmanager
 * {@code config/config.go} {@code Config.UnmarshalYAML}, {@code Load}).
 */
final class ConfigurationRules {

	private static final List<String> SECRETS = List.of("slack_api_url", "opsgenie_api_key", "victorops_api_key",
			"smtp_auth_password", "smtp_auth_secret", "rocketchat_token", "rocketchat_token_id", "slack_app_token",
			"telegram_bot_token", "wechat_api_secret", "mattermost_webhook_url");

	/** What integrations must have once they took over what {@code global} has. */
	private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
			Map.entry("email_configs", List.of("smarthost", "from")), Map.entry("pagerduty_configs", List.of("url")),
			Map.entry("opsgenie_configs", List.of("api_url", "api_key|api_key_file")),
			Map.entry("wechat_configs", List.of("api_url", "api_secret|api_secret_file", "corp_id")),
			Map.entry("victorops_configs", List.of("api_url", "api_key|api_key_file")),
			Map.entry("webex_configs", List.of("api_url")), Map.entry("jira_configs", List.of("api_url")),
			Map.entry("rocketchat_configs", List.of("token_id|token_id_file", "token|token_file")),
			Map.entry("telegram_configs", List.of("bot_token|bot_token_file")),
			Map.entry("mattermost_configs", List.of("webhook_url|webhook_url_file")));

	private ConfigurationRules() {
	}

	static void check(TypedStruct configuration, Checking checking) {
		if (configuration.get("global") instanceof TypedStruct global) {
			global(global, checking);
		}
		configuration.structs("receivers").forEach((receiver) -> receiver(receiver, checking));
		Set<String> receivers = names(configuration, checking, "duplicate-receiver", "receivers");
		Set<String> intervals = names(configuration, checking, "duplicate-interval", "mute_time_intervals",
				"time_intervals");
		if (configuration.get("route") instanceof TypedStruct root) {
			root(root, checking);
			route(root, receivers, intervals, checking);
		}
		else {
			checking.problem("required", configuration.place(), "route");
		}
		configuration.items("templates").forEach((pattern) -> template(pattern, checking));
	}

	private static void global(TypedStruct global, Checking checking) {
		SECRETS.forEach((secret) -> Keys.atMostOne(global, checking, secret, secret + "_file"));
		boolean token = global.isSet("slack_app_token") || global.isSet("slack_app_token_file");
		boolean url = global.isSet("slack_api_url") || global.isSet("slack_api_url_file");
		boolean same = global.isSet("slack_app_url")
				&& global.text("slack_api_url").equals(global.text("slack_app_url"));
		if (token && url && !same) {
			checking.problem("exclusive-keys", global.at("slack_app_token"),
					"slack_app_token, slack_app_token_file, slack_api_url, slack_api_url_file");
		}
	}

	private static void receiver(TypedStruct receiver, Checking checking) {
		Inheritance.lists(receiver)
			.forEach((list) -> receiver.structs(list)
				.forEach((integration) -> integration(list, integration, checking)));
	}

	private static void integration(String list, TypedStruct integration, Checking checking) {
		for (String keys : REQUIRED.getOrDefault(list, List.of())) {
			Keys.atLeastOne(integration, checking, keys.split("\\|"));
		}
		switch (list) {
			case "slack_configs" -> slack(integration, checking);
			case "discord_configs", "msteams_configs" -> {
				if (!checking.isAtLeast(0, 28)) {
					Keys.required(integration, checking, "webhook_url");
				}
			}
			case "msteamsv2_configs" -> {
				if (checking.isAtLeast(0, 34)) {
					Keys.required(integration, checking, "http_config");
				}
			}
			default -> {
			}
		}
	}

	private static void slack(TypedStruct slack, Checking checking) {
		Keys.atLeastOne(slack, checking, "api_url", "api_url_file", "app_token", "app_token_file");
		if (!slack.knows("app_url")) {
			return;
		}
		Keys.required(slack, checking, "app_url", "http_config");
		if ((slack.isSet("app_token") || slack.isSet("app_token_file")) && HttpAuthorization.isSet(slack)) {
			checking.problem("exclusive-keys", slack.at("http_config"),
					"app_token, app_token_file, http_config.authorization");
		}
	}

	private static Set<String> names(TypedStruct configuration, Checking checking, String code, String... lists) {
		Set<String> names = new HashSet<>();
		Stream.of(lists)
			.flatMap((list) -> configuration.structs(list).stream())
			.filter((item) -> !names.add(item.text("name")))
			.forEach((item) -> checking.problem(code, item.at("name"), item.text("name")));
		return names;
	}

	private static void root(TypedStruct root, Checking checking) {
		Keys.required(root, checking, "receiver");
		for (String key : List.of("match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals",
				"continue")) {
			if (root.isSet(key) && !isEmptyMatcher(root, key, checking)) {
				checking.problem("not-in-root-route", root.at(key), key);
			}
		}
	}

	/** A line without a matcher is none. */
	private static boolean isEmptyMatcher(TypedStruct root, String key, Checking checking) {
		return key.equals("matchers") && LoadedMatchers.of(root, key, checking.version()).isEmpty();
	}

	private static void route(TypedStruct route, Set<String> receivers, Set<String> intervals, Checking checking) {
		route.structs("routes").forEach((child) -> route(child, receivers, intervals, checking));
		String receiver = route.text("receiver");
		if (!receiver.isEmpty() && !receivers.contains(receiver)) {
			checking.problem("undefined-receiver", route.at("receiver"), receiver);
		}
		Stream.of("active_time_intervals", "mute_time_intervals")
			.flatMap((key) -> route.items(key).stream())
			.forEach((name) -> interval(name, intervals, checking));
	}

	private static void interval(TypedValue name, Set<String> intervals, Checking checking) {
		if (name instanceof TypedValue.Scalar(var _, String text, Place place) && !intervals.contains(text)) {
			checking.problem("undefined-interval", place, text);
		}
	}

	private static void template(TypedValue pattern, Checking checking) {
		if (pattern instanceof TypedValue.Scalar(var _, String text, Place place) && !GoGlob.isValid(text)) {
			checking.problem("bad-file-pattern", place, text);
		}
	}

}
