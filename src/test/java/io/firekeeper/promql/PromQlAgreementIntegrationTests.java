package io.firekeeper.promql;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.testing.RealPrometheus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds verdicts, places of first errors and formats against real Prometheus for
 * generated expressions. {@code -Dfirekeeper.generated=10000} takes more of them.
 */
class PromQlAgreementIntegrationTests {

	private static final int COUNT = Integer.getInteger("firekeeper.generated", 300);

	private static final long SEED = Long.getLong("firekeeper.seed", 20261126L);

	private static final Pattern PLACE = Pattern.compile("(\\d+:\\d+): parse error: (.*)", Pattern.DOTALL);

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@TempDir
	Path workspace;

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5", "3.5x" })
	void whenExpressionsAreGeneratedThenRealPrometheusAgrees(String version) throws Exception {
		String[] flags = version.endsWith("x")
				? new String[] { "--enable-feature=promql-experimental-functions,promql-duration-expr" }
				: new String[0];
		List<String> disagreements = new ArrayList<>();
		try (RealPrometheus prometheus = RealPrometheus.start(version.replace("x", ""),
				this.workspace.resolve("prometheus.yml"), this.workspace, flags)) {
			ExpressionGenerator generator = new ExpressionGenerator(SEED);
			for (int count = 0; count < COUNT; count++) {
				compare(generator.next(), version, prometheus.url(), disagreements);
			}
		}
		assertThat(disagreements).isEmpty();
	}

	private void compare(String expression, String version, URI url, List<String> disagreements) throws Exception {
		Dialect dialect = Corpus.dialect(version);
		Parsed parsed = PromQl.parse(expression, dialect);
		JsonNode answer = format(url, expression);
		String expected = answer.has("data") ? answer.get("data").asString() : place(answer.get("error").asString());
		String actual = (parsed.expression() != null) ? Corpus.shown(PromQl.prettify(parsed.expression(), dialect))
				: place(expression, parsed.problems().getFirst());
		if (!actual.equals(expected) && !expected.equals("unknown")) {
			disagreements.add(version + " " + expression + "\n→ " + answer + "\n→ " + actual + " " + parsed.problems());
		}
	}

	/** Some errors of Prometheus have no place: then only the verdict is compared. */
	private static String place(String error) {
		Matcher place = PLACE.matcher(error);
		return place.find() ? place.group(1) : "unknown";
	}

	private static String place(String expression, SyntaxProblem problem) {
		SourcePosition position = SourcePosition.ofBytes(expression, problem.range().start());
		return position.line() + ":" + position.column();
	}

	private JsonNode format(URI url, String expression) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/format_query"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8)))
			.build();
		return JSON.readTree(this.client.send(request, BodyHandlers.ofString()).body());
	}

}
