package io.firekeeper.promapi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.firekeeper.egress.EgressResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.firekeeper.promapi.PrometheusApiTests.answered;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that real Prometheus processes answered.
 */
class AnswersTests {

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenARealReplicaAnsweredThenItsAnswerIsRead(String version) throws IOException {
		assertThat(answered(read(version, "status_buildinfo", Answers::buildInfo)).version()).startsWith(version);
		assertThat(answered(read(version, "status_runtimeinfo", Answers::runtimeInfo)).reloadConfigSuccess()).isTrue();
		assertThat(answered(read(version, "status_flags", Answers::texts))).containsEntry("web.enable-lifecycle",
				"true");
		String configuration = answered(read(version, "status_config", (data) -> Answers.text(data, "yaml")));
		assertThat(configuration).startsWith("global:\n");
		String formatted = answered(read(version, "format_query", (data) -> Answers.text(data)));
		assertThat(formatted).isEqualTo("sum by (job) (rate(foo[5m]))");
		assertThat(answered(read(version, "targets", Answers::targets))).isNotEmpty()
			.allSatisfy((target) -> assertThat(target.health()).isIn("up", "down", "unknown"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenARealReplicaAnsweredItsRulesThenTheyAreComplete(String version) throws IOException {
		List<RuleGroup> groups = answered(read(version, "rules", Answers::ruleGroups));
		assertThat(groups).singleElement().satisfies((group) -> {
			assertThat(group.interval()).isEqualTo(Duration.ofSeconds(1));
			assertThat(group.rules()).extracting(RuleGroup.Rule::name).containsExactly("job:up:sum", "Always");
			assertThat(group.rules().getLast().alerting()).isTrue();
			assertThat(group.rules().getLast().labels()).containsEntry("severity", "page");
			assertThat(group.rules().getLast().annotations()).containsEntry("summary", "x {{ $value }}");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenARealReplicaRejectedThenItsWordsAreKept(String version) throws IOException {
		Function<EgressResponse, Reply<String>> reader = Answers.json((data) -> Answers.text(data));
		assertThat(reader.apply(response(version, "format_query_error", 400))).isInstanceOfSatisfying(
				Reply.Rejected.class, (rejected) -> assertThat(rejected.message()).contains("parse error"));
		assertThat(reader.apply(response(version, "not_found", 404)))
			.isEqualTo(new Reply.Rejected<String>(404, "404 page not found"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenARealReplicaExposedItsMetricsThenTheyAreRead(String version) throws IOException {
		String text = response(version, "metrics", 200).body();
		assertThat(Exposition.sums(text,
				java.util.Set.of("prometheus_config_last_reload_successful", "prometheus_tsdb_head_series",
						"prometheus_http_requests_total", "prometheus_tsdb_size_bytes")))
			.containsEntry("prometheus_config_last_reload_successful", 1.0)
			.doesNotContainKey("prometheus_tsdb_size_bytes")
			.hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "1", "\"success\"", "{}", "{\"status\":\"success\"}",
			"{\"status\":\"success\",\"data\":null}", "{\"status\":\"success\",\"data\":{\"groups\":5}}x",
			"{\"status\":\"success\",\"data\":{\"groups\":[5]}}", "{\"status\":\"success\",\"data\":{\"groups\":[{}]}}",
			"{\"status\":\"error\"}", "{\"status\":\"error\",\"error\":{}}",
			"{\"status\":\"success\",\"data\":{\"groups\":[{\"name\":null,\"file\":\"f\",\"interval\":1,\"rules\":[]}]}}" })
	void whenTheShapeIsWrongThenTheAnswerIsMalformed(String body) {
		assertThat(Answers.json(Answers::ruleGroups).apply(json(body))).isInstanceOf(Reply.Malformed.class);
	}

	@Test
	void whenTheJsonIsNestedWithoutEndThenTheAnswerIsMalformed() {
		assertThat(Answers.json(Answers::ruleGroups).apply(json("[".repeat(1_000_000))))
			.isInstanceOf(Reply.Malformed.class);
	}

	@Test
	void whenTheJsonHasTooManyTokensThenTheAnswerIsMalformed() {
		String many = "{\"status\":\"success\",\"data\":{\"groups\":[" + "{},".repeat(2_500_000) + "{}]}}";
		assertThat(Answers.json(Answers::ruleGroups).apply(json(many))).isInstanceOf(Reply.Malformed.class);
	}

	@Test
	void whenATimeOrDurationIsNonsenseThenNothingBreaks() {
		assertThat(Answers.json(Answers::runtimeInfo).apply(json("""
				{"status":"success","data":{"startTime":"yesterday","CWD":"/","reloadConfigSuccess":true,
				"lastConfigTime":"2026-01-01T00:00:00Z","storageRetention":"15d"}}""")))
			.isInstanceOf(Reply.Malformed.class);
		assertThat(Answers.json(Answers::ruleGroups).apply(json("""
				{"status":"success","data":{"groups":[{"name":"g","file":"f","interval":1e300,"rules":[]}]}}""")))
			.isInstanceOf(Reply.Answered.class);
	}

	@Test
	void whenAStartTimeHasAnOffsetThenItIsTheInstant() {
		assertThat(answered(Answers.json(Answers::runtimeInfo).apply(json("""
				{"status":"success","data":{"startTime":"2026-01-01T08:00:00.5+08:00","CWD":"/",
				"reloadConfigSuccess":false,"lastConfigTime":"0001-01-01T00:00:00Z","storageRetention":"15d"}}""")))
			.startTime()).isEqualTo("2026-01-01T00:00:00.5Z");
	}

	private static EgressResponse json(String body) {
		return new EgressResponse(200, "application/json", body, Duration.ZERO);
	}

	private static <T> Reply<T> read(String version, String name, Function<JsonNode, T> reader) throws IOException {
		return Answers.json(reader).apply(response(version, name, 200));
	}

	private static EgressResponse response(String version, String name, int status) throws IOException {
		try (InputStream stream = Objects
			.requireNonNull(AnswersTests.class.getResourceAsStream("/promapi/" + version + "/" + name + ".body"))) {
			return new EgressResponse(status, "text/plain", new String(stream.readAllBytes(), StandardCharsets.UTF_8),
					Duration.ZERO);
		}
	}

}
