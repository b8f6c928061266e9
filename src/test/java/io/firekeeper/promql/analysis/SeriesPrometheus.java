package io.firekeeper.promql.analysis;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.firekeeper.testing.RealPrometheus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Prometheus with a handful of series, which it makes itself by recording rules.
 */
final class SeriesPrometheus implements AutoCloseable {

	private static final String[] SERIES = { "a|job: x, zone: z1", "a|job: x, zone: z2", "a|job: y",
			"b|job: x, host: h1", "b|job: y, host: h1, zone: z1", "c|job: x", "c|zone: z1, host: h2", "d|host: h1",
			"e|", "h_bucket|job: x, le: '1'", "h_bucket|job: x, le: '2'", "h_bucket|job: x, le: +Inf",
			"h_bucket|job: y, le: '1'", "h_bucket|job: y, le: +Inf", "target_info|job: x, instance: i, team: t" };

	private static final JsonMapper JSON = new JsonMapper();

	private final RealPrometheus prometheus;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private SeriesPrometheus(RealPrometheus prometheus) {
		this.prometheus = prometheus;
	}

	static SeriesPrometheus start(String version, Path workspace) throws Exception {
		StringBuilder rules = new StringBuilder("groups:\n  - name: series\n    rules:\n");
		for (int index = 0; index < SERIES.length; index++) {
			String[] series = SERIES[index].split("\\|", 2);
			rules.append("      - {record: %s, labels: {%s}, expr: 'vector(time() %% %d)'}%n".formatted(series[0],
					series[1], index + 2));
		}
		Files.writeString(workspace.resolve("rules.yml"), rules);
		Files.writeString(workspace.resolve("prometheus.yml"),
				"{global: {evaluation_interval: 1s}, rule_files: [rules.yml]}\n");
		SeriesPrometheus started = new SeriesPrometheus(
				RealPrometheus.start(version, workspace.resolve("prometheus.yml"), workspace));
		started.awaitSeries();
		return started;
	}

	/** The answer to an instant query. */
	JsonNode query(String expression) throws IOException, InterruptedException {
		URI url = this.prometheus.url()
			.resolve("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
		return JSON.readTree(this.client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body());
	}

	@Override
	public void close() {
		this.prometheus.close();
	}

	private void awaitSeries() throws Exception {
		String ready = "count(count_over_time({__name__=~\".+\"}[1m]) > 4)";
		for (int tries = 0; tries < 200; tries++) {
			JsonNode result = query(ready).path("data").path("result");
			if (result.size() == 1 && result.get(0).get("value").get(1).asString().equals("" + SERIES.length)) {
				return;
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		throw new IllegalStateException("no series: " + query("{__name__=~\".+\"}"));
	}

}
