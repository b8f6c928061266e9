package io.firekeeper.configuration.alertmanager;

import java.util.List;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;

/**
 * What tracing and the event recorder check (prometheus/alertmanager
 * {@code tracing/config.go}, {@code eventrecorder}, {@code kafka}).
 */
final class EventRules {

	private static final List<String> ACKS = List.of("", "none", "leader", "all");

	private static final List<String> COMPRESSIONS = List.of("", "none", "gzip", "snappy", "lz4", "zstd");

	private static final String[] BATCH = { "batch_max_events", "batch_max_bytes", "batch_flush_interval" };

	private EventRules() {
	}

	static void tracing(TypedStruct tracing, Checking checking) {
		Keys.required(tracing, checking, "endpoint");
		Keys.oneOf(tracing, checking, "client_type", List.of("http", "grpc"));
		Keys.oneOf(tracing, checking, "compression", List.of("", "gzip"));
	}

	static void file(TypedStruct file, Checking checking) {
		Keys.required(file, checking, "path");
	}

	static void webhook(TypedStruct webhook, Checking checking) {
		Keys.required(webhook, checking, "url");
		if (webhook.text("url").equals("<secret>")) {
			checking.problem("not-web-url", webhook.at("url"), "<secret>");
		}
		for (String key : BATCH) {
			if (webhook.text(key).startsWith("-")) {
				checking.problem("negative", webhook.at(key), key);
			}
			if (webhook.isSet(key) && !webhook.flag("batch")) {
				checking.problem("needs-key", webhook.at(key), key, "batch");
			}
		}
	}

	static void kafka(TypedStruct kafka, Checking checking) {
		Keys.required(kafka, checking, "brokers", "topic");
		kafka.items("brokers")
			.stream()
			.filter(TypedValue::isZero)
			.forEach((broker) -> checking.problem("repeated-or-empty", broker.place(), ""));
		Keys.oneOf(kafka, checking, "acks", ACKS);
		Keys.oneOf(kafka, checking, "compression", COMPRESSIONS);
		Keys.oneOf(kafka, checking, "format", List.of("", "json", "protobuf"));
	}

}
