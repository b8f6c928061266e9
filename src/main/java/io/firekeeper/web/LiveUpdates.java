package io.firekeeper.web;

import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells open pages on every console that something changed. Pages refetch the fragment
 * that shows it; no data travels in the event.
 */
@Component
public class LiveUpdates {

	static final String CHANNEL = "firekeeper_live";

	private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}");

	private final JdbcClient jdbc;

	LiveUpdates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Announces a change when the surrounding transaction commits, or at once without
	 * one.
	 * @param topic such as {@code fleet}, {@code rollout-12}, {@code change-7}; letters,
	 * digits and hyphens. It is also the name of the browser event.
	 */
	public void changed(String topic) {
		if (!isTopic(topic)) {
			throw new IllegalArgumentException("A topic has letters, digits and hyphens: " + topic);
		}
		this.jdbc.sql("select pg_notify(:channel, :topic)")
			.param("channel", CHANNEL)
			.param("topic", topic)
			.query()
			.listOfRows();
	}

	static boolean isTopic(String topic) {
		return TOPIC.matcher(topic).matches();
	}

}
