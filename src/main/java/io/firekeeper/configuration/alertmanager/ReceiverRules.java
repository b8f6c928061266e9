package io.firekeeper.configuration.alertmanager;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;

/**
 * What the receivers check themselves, before they take anything over from {@code global}
 * (prometheus/alertmanager {@code config/notifiers.go}; since 0.33 {@code notify}).
 */
final class ReceiverRules {

	private static final List<String> RESPONDERS = List.of("team", "teams", "user", "escalation", "schedule");

	private static final Set<String> VICTOROPS_FIELDS = Set.of("routing_key", "message_type", "state_message",
			"entity_display_name", "monitoring_tool", "entity_id", "entity_state");

	private static final String[] TARGETS = { "topic_arn", "target_arn", "phone_number" };

	private ReceiverRules() {
	}

	static void receiver(TypedStruct receiver, Checking checking) {
		Keys.required(receiver, checking, "name");
		if (receiver.get("labels") instanceof TypedValue.Entries labels
				&& labels.entries().get("name") instanceof TypedValue.Scalar name
				&& !name.text().equals(receiver.text("name"))) {
			checking.problem("receiver-label-name", name.place(), name.text(), receiver.text("name"));
		}
	}

	/** Those whose only own rule is a URL, given here or in a file. */
	static void webhookUrl(TypedStruct receiver, Checking checking) {
		if (receiver.knows("webhook_url_file")) {
			Keys.exactlyOne(receiver, checking, "webhook_url", "webhook_url_file");
		}
	}

	static void mattermost(TypedStruct mattermost, Checking checking) {
		if (!checking.isAtLeast(0, 32)) {
			Keys.atLeastOne(mattermost, checking, "webhook_url", "webhook_url_file");
		}
		Keys.atMostOne(mattermost, checking, "webhook_url", "webhook_url_file");
	}

	static void webhook(TypedStruct webhook, Checking checking) {
		if (webhook.text("url").equals("<secret>") && !checking.isAtLeast(0, 27)) {
			checking.problem("not-web-url", webhook.at("url"), "<secret>");
		}
		Keys.exactlyOne(webhook, checking, "url", "url_file");
		if (checking.isAtLeast(0, 31) && Templated.isTemplate(webhook.text("url"))) {
			Templated.check(webhook, "url", checking);
		}
	}

	static void webex(TypedStruct webex, Checking checking) {
		Keys.required(webex, checking, "room_id");
		if (!HttpAuthorization.isSet(webex)) {
			checking.problem("required", webex.at("http_config"), "http_config.authorization");
		}
	}

	static void incidentIo(TypedStruct incident, Checking checking) {
		Keys.exactlyOne(incident, checking, "url", "url_file");
		Keys.atMostOne(incident, checking, "alert_source_token", "alert_source_token_file");
		boolean token = incident.isSet("alert_source_token") || incident.isSet("alert_source_token_file");
		if (HttpAuthorization.isSet(incident) && token) {
			checking.problem("exclusive-keys", incident.at("http_config"),
					"alert_source_token, alert_source_token_file, http_config.authorization");
		}
		if (incident.isSet("http_config") && !HttpAuthorization.isSet(incident) && !token) {
			checking.problem("one-of-required", incident.place(),
					"alert_source_token, alert_source_token_file, http_config.authorization");
		}
	}

	static void pagerDuty(TypedStruct pager, Checking checking) {
		Keys.atLeastOne(pager, checking, "routing_key", "service_key", "routing_key_file", "service_key_file");
		Keys.atMostOne(pager, checking, "routing_key", "routing_key_file");
		Keys.atMostOne(pager, checking, "service_key", "service_key_file");
	}

	static void weChat(TypedStruct chat, Checking checking) {
		if (chat.isSet("message_type")) {
			Keys.oneOf(chat, checking, "message_type", List.of("text", "markdown"));
		}
		Keys.atMostOne(chat, checking, "api_secret", "api_secret_file");
	}

	static void opsGenie(TypedStruct opsGenie, Checking checking) {
		Keys.atMostOne(opsGenie, checking, "api_key", "api_key_file");
		for (TypedStruct responder : opsGenie.structs("responders")) {
			Keys.atLeastOne(responder, checking, "id", "username", "name");
			String type = responder.text("type");
			if (Templated.isTemplate(type)) {
				Templated.check(responder, "type", checking);
			}
			else if (!RESPONDERS.contains(type.toLowerCase(Locale.ROOT))) {
				checking.problem("not-one-of", responder.at("type"), type, String.join(", ", RESPONDERS));
			}
		}
	}

	static void victorOps(TypedStruct victorOps, Checking checking) {
		Keys.required(victorOps, checking, "routing_key");
		Keys.atMostOne(victorOps, checking, "api_key", "api_key_file");
		if (victorOps.get("custom_fields") instanceof TypedValue.Entries fields) {
			fields.entries()
				.entrySet()
				.stream()
				.filter((field) -> VICTOROPS_FIELDS.contains(field.getKey()))
				.forEach((field) -> checking.problem("reserved-field", field.getValue().place(), field.getKey()));
		}
	}

	static void pushover(TypedStruct pushover, Checking checking) {
		Keys.exactlyOne(pushover, checking, "user_key", "user_key_file");
		Keys.exactlyOne(pushover, checking, "token", "token_file");
		if (pushover.flag("html") && pushover.flag("monospace")) {
			checking.problem("exclusive-keys", pushover.at("monospace"), "html, monospace");
		}
	}

	/** Upstream compares so that none and two are refused, while one and three pass. */
	static void sns(TypedStruct sns, Checking checking) {
		List<String> set = List.of(TARGETS).stream().filter(sns::isSet).toList();
		if (set.isEmpty()) {
			checking.problem("one-of-required", sns.place(), String.join(", ", TARGETS));
		}
		else if (set.size() == 2) {
			checking.problem("exclusive-keys", sns.at(set.getLast()), String.join(", ", set));
		}
	}

	static void telegram(TypedStruct telegram, Checking checking) {
		if (!checking.isAtLeast(0, 31)) {
			Keys.atLeastOne(telegram, checking, "bot_token", "bot_token_file");
		}
		Keys.atMostOne(telegram, checking, "bot_token", "bot_token_file");
		Keys.exactlyOne(telegram, checking, "chat_id", "chat_id_file");
		Keys.oneOf(telegram, checking, "parse_mode", List.of("", "Markdown", "MarkdownV2", "HTML"));
	}

	static void jira(TypedStruct jira, Checking checking) {
		Keys.required(jira, checking, "project", "issue_type");
		if (jira.knows("api_type")) {
			Keys.oneOf(jira, checking, "api_type", List.of("auto", "cloud", "datacenter"));
		}
	}

	static void rocketChat(TypedStruct chat, Checking checking) {
		Keys.atMostOne(chat, checking, "token", "token_file");
		Keys.atMostOne(chat, checking, "token_id", "token_id_file");
	}

	/** A field of an attachment. */
	static void field(TypedStruct field, Checking checking) {
		Keys.required(field, checking, "title", "value");
	}

}
