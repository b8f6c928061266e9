package io.firekeeper.promapi;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.firekeeper.egress.EgressResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of {@code /api/v1}: an envelope of status and data or error
 * (prometheus/prometheus web/api/v1/api.go). What is missing or of another type makes the
 * whole answer malformed; nothing is guessed.
 */
final class Answers {

	private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder()
			.maxNestingDepth(32)
			.maxStringLength(64 * 1024 * 1024)
			.maxTokenCount(4_000_000)
			.build())
		.build());

	private Answers() {
	}

	/** A reader of the envelope whose data is read by the given function. */
	static <T> Function<EgressResponse, Reply<T>> json(Function<JsonNode, T> reader) {
		return (response) -> {
			try {
				return envelope(response, MAPPER.readTree(response.body()), reader);
			}
			catch (JacksonException | DateTimeException | UnexpectedShapeException ex) {
				return PlainText.refused(response);
			}
		};
	}

	private static <T> Reply<T> envelope(EgressResponse response, JsonNode envelope, Function<JsonNode, T> reader) {
		String status = envelope.path("status").asString("");
		if (status.equals("error")) {
			return new Reply.Rejected<>(response.status(), Words.of(text(envelope, "error")));
		}
		if (!status.equals("success") || response.status() != 200) {
			return PlainText.refused(response);
		}
		return new Reply.Answered<>(reader.apply(envelope.required("data")), response.took());
	}

	static BuildInfo buildInfo(JsonNode data) {
		return new BuildInfo(Words.of(text(data, "version")), Words.of(text(data, "revision")));
	}

	static RuntimeInfo runtimeInfo(JsonNode data) {
		return new RuntimeInfo(time(data, "startTime"), Words.of(text(data, "CWD")), flag(data, "reloadConfigSuccess"),
				time(data, "lastConfigTime"), Words.of(text(data, "storageRetention")));
	}

	static List<RuleGroup> ruleGroups(JsonNode data) {
		return list(data, "groups").map(Answers::ruleGroup).toList();
	}

	static List<Target> targets(JsonNode data) {
		return list(data, "activeTargets").map(Answers::target).toList();
	}

	static int firing(JsonNode data) {
		return (int) list(data, "alerts").filter((alert) -> text(alert, "state").equals("firing")).count();
	}

	static Map<String, String> texts(JsonNode data) {
		expect(data.isObject());
		Map<String, String> texts = new HashMap<>();
		data.properties().forEach((entry) -> texts.put(entry.getKey(), text(entry.getValue())));
		return Map.copyOf(texts);
	}

	static String text(JsonNode node) {
		expect(node.isString());
		return node.stringValue();
	}

	static String text(JsonNode node, String name) {
		return text(node.path(name));
	}

	private static RuleGroup ruleGroup(JsonNode group) {
		return new RuleGroup(text(group, "name"), text(group, "file"), seconds(group, "interval"),
				group.path("limit").intValue(0), list(group, "rules").map(Answers::rule).toList());
	}

	private static RuleGroup.Rule rule(JsonNode rule) {
		return new RuleGroup.Rule(text(rule, "type").equals("alerting"), text(rule, "name"), text(rule, "query"),
				seconds(rule, "duration"), seconds(rule, "keepFiringFor"), optionalTexts(rule.path("labels")),
				optionalTexts(rule.path("annotations")), text(rule, "health"),
				Words.of(rule.path("lastError").asString("")));
	}

	private static Target target(JsonNode target) {
		return new Target(text(target, "scrapePool"), text(target, "scrapeUrl"), text(target, "health"),
				Words.of(target.path("lastError").asString("")));
	}

	private static Map<String, String> optionalTexts(JsonNode node) {
		return node.isMissingNode() ? Map.of() : texts(node);
	}

	private static Stream<JsonNode> list(JsonNode node, String name) {
		expect(node.path(name).isArray());
		return node.path(name).values().stream();
	}

	private static boolean flag(JsonNode node, String name) {
		expect(node.path(name).isBoolean());
		return node.path(name).booleanValue();
	}

	private static void expect(boolean shape) {
		if (!shape) {
			throw new UnexpectedShapeException();
		}
	}

	/** Durations are numbers of seconds; what a rule does not have is left out. */
	private static Duration seconds(JsonNode node, String name) {
		double seconds = node.path(name).doubleValue(0);
		return Duration.ofMillis(Math.round(seconds * 1000));
	}

	private static Instant time(JsonNode node, String name) {
		return OffsetDateTime.parse(text(node, name)).toInstant();
	}

	/** Something is missing or of another type. */
	private static final class UnexpectedShapeException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
