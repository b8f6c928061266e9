package io.firekeeper.promapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.firekeeper.egress.Credentials;
import io.firekeeper.egress.TestEgress;
import io.firekeeper.testing.RealPrometheus;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.firekeeper.promapi.PrometheusApiTests.answered;
import static org.assertj.core.api.Assertions.assertThat;

class PrometheusApiRealTests {

	private static final String SUCCESS_TIME = "prometheus_config_last_reload_success_timestamp_seconds";

	private final PrometheusApi api = new PrometheusApi(TestEgress.loopback());

	@TempDir
	Path workspace;

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenAPrometheusRunsThenItIsReadAndReloaded(String version) throws IOException, InterruptedException {
		Path configuration = configure("30s", "sum(up)by(job)");
		try (RealPrometheus prometheus = RealPrometheus.start(version, configuration, this.workspace)) {
			ReplicaAddress address = new ReplicaAddress(prometheus.url(), new Credentials.None(), null);
			assertThat(answered(this.api.buildInfo(address)).version()).startsWith(version + ".");
			assertThat(answered(this.api.flags(address))).containsEntry("config.file", configuration.toString())
				.containsEntry("web.enable-lifecycle", "true");
			assertThat(answered(this.api.ready(address))).isTrue();
			verifyRules(address);
			verifyReload(address);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTheLifecycleApiIsOffThenAReloadIsRejected(String version) {
		try (RealPrometheus prometheus = RealPrometheus.startWithout(version, this.workspace.resolve("prometheus.yml"),
				this.workspace)) {
			ReplicaAddress address = new ReplicaAddress(prometheus.url(), new Credentials.None(), null);
			assertThat(this.api.reload(address, Duration.ofSeconds(5)))
				.isEqualTo(new Reply.Rejected<Boolean>(403, "Lifecycle API is not enabled."));
		}
	}

	private void verifyRules(ReplicaAddress address) throws InterruptedException {
		assertThat(answered(this.api.rules(address))).singleElement().satisfies((group) -> {
			assertThat(group.name()).isEqualTo("availability");
			assertThat(group.file()).isEqualTo(this.workspace.resolve("rules.yml").toString());
			assertThat(group.rules()).hasSize(2);
			assertThat(group.rules().getFirst().query()).isEqualTo("sum by (job) (up)");
			assertThat(group.rules().getLast().duration()).isEqualTo(Duration.ofMinutes(5));
		});
		assertThat(awaitTargets(address)).singleElement()
			.satisfies((target) -> assertThat(target.scrapePool()).isEqualTo("node"));
	}

	private void verifyReload(ReplicaAddress address) throws IOException {
		double before = lastSuccess(address);
		configure("45s", "sum(up)");
		assertThat(answered(this.api.reload(address, Duration.ofSeconds(30)))).isTrue();
		assertThat(answered(this.api.configuration(address))).contains("scrape_interval: 45s");
		assertThat(lastSuccess(address)).isGreaterThan(before);
		configure("nonsense", "sum(up)");
		assertThat(this.api.reload(address, Duration.ofSeconds(30))).isInstanceOfSatisfying(Reply.Rejected.class,
				(rejected) -> {
					assertThat(rejected.status()).isEqualTo(500);
					assertThat(rejected.message()).contains("couldn't load configuration").contains("nonsense");
				});
		assertThat(answered(this.api.runtimeInfo(address)).reloadConfigSuccess()).isFalse();
	}

	private List<Target> awaitTargets(ReplicaAddress address) throws InterruptedException {
		for (int i = 0; i < 100 && answered(this.api.activeTargets(address)).isEmpty(); i++) {
			Thread.sleep(100);
		}
		return answered(this.api.activeTargets(address));
	}

	private double lastSuccess(ReplicaAddress address) {
		return answered(this.api.metrics(address, Set.of(SUCCESS_TIME))).getOrDefault(SUCCESS_TIME, -1.0);
	}

	private Path configure(String interval, String expression) throws IOException {
		Files.writeString(this.workspace.resolve("rules.yml"), """
				groups:
				  - name: availability
				    rules:
				      - record: job:up:sum
				        expr: %s
				      - alert: Down
				        expr: up == 0
				        for: 5m
				        labels: {severity: page}
				""".formatted(expression));
		return Files.writeString(this.workspace.resolve("prometheus.yml"), """
				global:
				  scrape_interval: %s
				rule_files: [rules.yml]
				scrape_configs:
				  - job_name: node
				    static_configs: [{targets: ['127.0.0.1:1']}]
				""".formatted(interval));
	}

}
