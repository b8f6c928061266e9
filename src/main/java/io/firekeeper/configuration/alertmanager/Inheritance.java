package io.firekeeper.configuration.alertmanager;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;

/**
 * Fills what receivers take over from {@code global} (prometheus/alertmanager
 * {@code config/config.go} {@code Config.UnmarshalYAML}).
 */
final class Inheritance {

	/** Keys of receivers by list, and where each stands in {@code global}. */
	private static final Map<String, Map<String, String>> SINGLE = Map.ofEntries(
			Map.entry("email_configs",
					Map.ofEntries(Map.entry("smarthost", "smtp_smarthost"), Map.entry("from", "smtp_from"),
							Map.entry("hello", "smtp_hello"), Map.entry("auth_username", "smtp_auth_username"),
							Map.entry("auth_secret", "smtp_auth_secret"),
							Map.entry("auth_secret_file", "smtp_auth_secret_file"),
							Map.entry("auth_identity", "smtp_auth_identity"),
							Map.entry("tls_config", "smtp_tls_config"), Map.entry("require_tls", "smtp_require_tls"),
							Map.entry("force_implicit_tls", "smtp_force_implicit_tls"))),
			Map.entry("pagerduty_configs", Map.of("url", "pagerduty_url")),
			Map.entry("opsgenie_configs", Map.of("api_url", "opsgenie_api_url")),
			Map.entry("wechat_configs", Map.of("api_url", "wechat_api_url", "corp_id", "wechat_api_corp_id")),
			Map.entry("victorops_configs", Map.of("api_url", "victorops_api_url")),
			Map.entry("telegram_configs", Map.of("api_url", "telegram_api_url")),
			Map.entry("webex_configs", Map.of("api_url", "webex_api_url")),
			Map.entry("jira_configs", Map.of("api_url", "jira_api_url")),
			Map.entry("rocketchat_configs", Map.of("api_url", "rocketchat_api_url")),
			Map.entry("slack_configs", Map.of("app_url", "slack_app_url")));

	private static final List<Secret> SECRETS = List.of(
			new Secret("email_configs", "auth_password", "smtp_auth_password", false),
			new Secret("opsgenie_configs", "api_key", "opsgenie_api_key", true),
			new Secret("victorops_configs", "api_key", "victorops_api_key", true),
			new Secret("rocketchat_configs", "token", "rocketchat_token", true),
			new Secret("rocketchat_configs", "token_id", "rocketchat_token_id", true),
			new Secret("wechat_configs", "api_secret", "wechat_api_secret", false),
			new Secret("telegram_configs", "bot_token", "telegram_bot_token", false),
			new Secret("mattermost_configs", "webhook_url", "mattermost_webhook_url", false));

	private static final List<String> WITHOUT_CLIENT = List.of("email_configs");

	private final TargetVersion version;

	private final TypedStruct global;

	private Inheritance(TargetVersion version, TypedStruct global) {
		this.version = version;
		this.global = global;
	}

	/** Fills the receivers of a configuration with a {@code global}. */
	static void fill(TypedStruct configuration, TargetVersion version) {
		if (configuration.get("global") instanceof TypedStruct global) {
			Inheritance inheritance = new Inheritance(version, global);
			configuration.structs("receivers").forEach(inheritance::receiver);
		}
	}

	/** The lists of integrations that a receiver has. */
	static Stream<String> lists(TypedStruct receiver) {
		return receiver.values().keySet().stream().filter((key) -> key.endsWith("_configs"));
	}

	private void receiver(TypedStruct receiver) {
		lists(receiver).forEach((list) -> receiver.structs(list).forEach((integration) -> fill(list, integration)));
	}

	private void fill(String list, TypedStruct integration) {
		SINGLE.getOrDefault(list, Map.of()).forEach((key, source) -> orGlobal(integration, key, source));
		SECRETS.stream()
			.filter((secret) -> secret.list().equals(list))
			.forEach((secret) -> secret(integration, secret));
		if (list.equals("slack_configs")) {
			slack(integration);
		}
		if (!WITHOUT_CLIENT.contains(list)) {
			orGlobal(integration, "http_config", "http_config");
		}
		if (list.equals("msteamsv2_configs") && this.version.isAtLeast(0, 34)) {
			proxy(integration);
		}
	}

	private void orGlobal(TypedStruct integration, String key, String source) {
		if (integration.knows(key) && !integration.isSet(key) && this.global.knows(source)) {
			integration.put(key, this.global.get(source));
		}
	}

	/** Since 0.31 some take secret and file over one by one, so that both may be set. */
	private void secret(TypedStruct integration, Secret secret) {
		boolean alone = secret.oneByOne() && this.version.isAtLeast(0, 31);
		if (alone || noneSet(integration, secret.key(), secret.key() + "_file")) {
			orGlobal(integration, secret.key(), secret.source());
			orGlobal(integration, secret.key() + "_file", secret.source() + "_file");
		}
	}

	private void slack(TypedStruct slack) {
		if (slack.knows("app_token") && noneSet(slack, "app_token", "app_token_file", "api_url")
				&& !HttpAuthorization.isSet(slack)) {
			orGlobal(slack, "app_token", "slack_app_token");
			orGlobal(slack, "app_token_file", "slack_app_token_file");
		}
		if (noneSet(slack, "api_url", "api_url_file")) {
			orGlobal(slack, "api_url", "slack_api_url");
			orGlobal(slack, "api_url_file", "slack_api_url_file");
		}
	}

	private void proxy(TypedStruct teams) {
		if (teams.get("http_config") instanceof TypedStruct client && !client.isSet("proxy_url")
				&& this.global.get("http_config") instanceof TypedStruct shared) {
			TypedValue proxy = shared.get("proxy_url");
			client.put("proxy_url", proxy);
		}
	}

	private static boolean noneSet(TypedStruct struct, String... keys) {
		return Arrays.stream(keys).noneMatch(struct::isSet);
	}

	/**
	 * A secret that may stand in a file.
	 *
	 * @param list the list of integrations
	 * @param key its key there; the file's ends with {@code _file}
	 * @param source its key in {@code global}
	 * @param oneByOne whether newer versions take secret and file over one by one
	 */
	private record Secret(String list, String key, String source, boolean oneByOne) {
	}

}
