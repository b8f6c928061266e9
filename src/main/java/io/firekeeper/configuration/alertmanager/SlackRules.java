package io.firekeeper.configuration.alertmanager;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;

/** What a Slack receiver checks (prometheus/alertmanager {@code config/notifiers.go}). */
final class SlackRules {

	private static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";

	private SlackRules() {
	}

	static void slack(TypedStruct slack, Checking checking) {
		Keys.atMostOne(slack, checking, "api_url", "api_url_file");
		Keys.atMostOne(slack, checking, "app_token", "app_token_file");
		for (String url : new String[] { "api_url", "api_url_file" }) {
			Keys.atMostOne(slack, checking, url, "app_token");
			Keys.atMostOne(slack, checking, url, "app_token_file");
		}
		if (slack.flag("update_message") && !slack.text("api_url").equals(POST_MESSAGE)) {
			checking.problem("slack-update", slack.at("update_message"), POST_MESSAGE);
		}
	}

	static void action(TypedStruct action, Checking checking) {
		Keys.required(action, checking, "type", "text");
		Keys.atLeastOne(action, checking, "url", "name");
	}

	static void confirmation(TypedStruct confirmation, Checking checking) {
		Keys.required(confirmation, checking, "text");
	}

}
