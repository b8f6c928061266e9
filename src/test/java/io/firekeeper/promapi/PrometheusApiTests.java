package io.firekeeper.promapi;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import io.firekeeper.egress.Credentials;
import io.firekeeper.egress.EgressFailure.Cause;
import io.firekeeper.egress.TestEgress;
import io.firekeeper.testing.HostileReplica;
import io.firekeeper.testing.HostileReplica.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusApiTests {

	private final HostileReplica replica = HostileReplica.start();

	private final PrometheusApi api = new PrometheusApi(TestEgress.loopback());

	private final ReplicaAddress address = new ReplicaAddress(this.replica.url(), new Credentials.None(), null);

	@AfterEach
	void close() {
		this.replica.close();
	}

	@Test
	void whenItIsHealthyThenEveryCallIsAnswered() {
		assertThat(answered(this.api.buildInfo(this.address)).version()).isEqualTo("3.5.0");
		assertThat(answered(this.api.flags(this.address))).containsEntry("web.enable-lifecycle", "true");
		assertThat(answered(this.api.runtimeInfo(this.address)).reloadConfigSuccess()).isTrue();
		assertThat(answered(this.api.configuration(this.address))).isEqualTo("global: {}\n");
		assertThat(answered(this.api.rules(this.address))).isEmpty();
		assertThat(answered(this.api.activeTargets(this.address))).isEmpty();
		assertThat(answered(this.api.ready(this.address))).isTrue();
		assertThat(answered(this.api.metrics(this.address, Set.of("prometheus_tsdb_head_series"))))
			.containsEntry("prometheus_tsdb_head_series", 1000.0);
	}

	@Test
	void whenTheAddressHasAPathPrefixThenItIsKept() {
		ReplicaAddress prefixed = new ReplicaAddress(URI.create(this.replica.url() + "/prom/"), new Credentials.None(),
				null);
		assertThat(this.api.ready(prefixed)).isEqualTo(new Reply.Rejected<Boolean>(404, "404 page not found"));
		assertThat(this.replica.requests("GET /prom/-/ready")).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "HTML_PAGE", "REDIRECTS", "WRONG_JSON", "BROKEN_JSON" })
	void whenTheAnswerIsNotThisApiThenItIsMalformed(Behaviour behaviour) {
		this.replica.behave(behaviour);
		assertThat(this.api.buildInfo(this.address)).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.configuration(this.address)).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.rules(this.address)).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.runtimeInfo(this.address)).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.flags(this.address)).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.activeTargets(this.address)).isInstanceOf(Reply.Malformed.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "HTML_PAGE", "REDIRECTS" })
	void whenAPageAnswersForItThenItIsNotReadyNorReloaded(Behaviour behaviour) {
		this.replica.behave(behaviour);
		assertThat(this.api.ready(this.address)).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.reload(this.address, Duration.ofSeconds(5))).isInstanceOf(Reply.Malformed.class);
		assertThat(this.api.metrics(this.address, Set.of("up"))).isInstanceOf(Reply.Malformed.class);
	}

	@Test
	void whenTheAnswerIsAPageThenItsTextIsShownWithoutMarkup() {
		this.replica.behave(Behaviour.HTML_PAGE);
		assertThat(this.api.buildInfo(this.address))
			.isEqualTo(new Reply.Malformed<BuildInfo>(200, "Sign in Please sign in"));
	}

	@Test
	void whenItReplaysItsWalThenItIsNotReady() {
		this.replica.behave(Behaviour.NOT_READY);
		assertThat(this.api.ready(this.address)).isEqualTo(new Reply.Rejected<Boolean>(503, "Service Unavailable"));
		assertThat(this.api.rules(this.address)).isInstanceOf(Reply.Rejected.class);
	}

	@Test
	void whenAReloadFailsThenItsWordsAreKept() {
		this.replica.behave(Behaviour.RELOAD_FAILS);
		this.replica.reloadError("failed to reload config: parsing YAML file: line 3: field rules not found\u0000");
		assertThat(this.api.reload(this.address, Duration.ofSeconds(5))).isEqualTo(new Reply.Rejected<Boolean>(500,
				"failed to reload config: parsing YAML file: line 3: field rules not found"));
		this.replica.behave(Behaviour.RELOAD_FORBIDDEN);
		assertThat(this.api.reload(this.address, Duration.ofSeconds(5)))
			.isEqualTo(new Reply.Rejected<Boolean>(403, "Lifecycle API is not enabled."));
	}

	@Test
	void whenItsWordsAreLongThenTheyAreCut() {
		this.replica.behave(Behaviour.RELOAD_FAILS);
		this.replica.reloadError("x".repeat(100_000));
		assertThat(((Reply.Rejected<?>) this.api.reload(this.address, Duration.ofSeconds(5))).message()).hasSize(4000);
	}

	@Test
	void whenItIsDownOrHungThenItIsUnreachable() {
		this.replica.behave(Behaviour.DOWN);
		assertThat(((Reply.Unreachable<?>) this.api.ready(this.address)).cause()).isEqualTo(Cause.REFUSED);
		this.replica.behave(Behaviour.HUNG);
		assertThat(((Reply.Unreachable<?>) this.api.reload(this.address, Duration.ofMillis(400))).cause())
			.isEqualTo(Cause.DEADLINE);
		this.replica.behave(Behaviour.GZIP_BOMB);
		assertThat(((Reply.Unreachable<?>) this.api.configuration(this.address)).cause()).isEqualTo(Cause.TOO_LARGE);
	}

	@Test
	void whenItAcceptsAReloadAndKeepsTheOldThenTheApiSaysWhatItClaims(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("prometheus.yml");
		Files.writeString(file, "global: {scrape_interval: 5s}\n");
		try (HostileReplica liar = HostileReplica.start(file)) {
			ReplicaAddress there = new ReplicaAddress(liar.url(), new Credentials.None(), null);
			Files.writeString(file, "global: {scrape_interval: 7s}\n");
			liar.behave(Behaviour.KEEPS_OLD_CONFIGURATION);
			assertThat(answered(this.api.reload(there, Duration.ofSeconds(5)))).isTrue();
			assertThat(answered(this.api.configuration(there))).contains("5s");
			liar.behave(Behaviour.PLAUSIBLE);
			assertThat(answered(this.api.reload(there, Duration.ofSeconds(5)))).isTrue();
			assertThat(answered(this.api.configuration(there))).contains("7s");
		}
	}

	@Test
	void whenThePlausibleOneReadsABrokenFileThenItKeepsWhatItHad(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("prometheus.yml");
		Path rules = directory.resolve("rules.yml");
		Files.writeString(file, "rule_files: [rules.yml]\n");
		Files.writeString(rules, "groups: [{name: g, rules: [{record: a, expr: b}]}]\n");
		try (HostileReplica plausible = HostileReplica.start(file)) {
			ReplicaAddress there = new ReplicaAddress(plausible.url(), new Credentials.None(), null);
			assertThat(answered(this.api.rules(there)).getFirst().interval()).isEqualTo(Duration.ofMinutes(1));
			Files.writeString(file, "rule_files: [\n");
			assertThat(this.api.reload(there, Duration.ofSeconds(5))).isInstanceOf(Reply.Rejected.class);
			assertThat(answered(this.api.runtimeInfo(there)).reloadConfigSuccess()).isFalse();
			assertThat(answered(this.api.configuration(there))).isEqualTo("rule_files: [rules.yml]\n");
			Files.writeString(file, "rule_files: [rules.yml] # new\n");
			Files.writeString(rules, "groups: [\n");
			assertThat(this.api.reload(there, Duration.ofSeconds(5))).isInstanceOf(Reply.Rejected.class);
			assertThat(answered(this.api.configuration(there))).contains("# new");
			assertThat(answered(this.api.rules(there))).hasSize(1);
		}
	}

	static <T> T answered(Reply<T> reply) {
		assertThat(reply).isInstanceOf(Reply.Answered.class);
		return ((Reply.Answered<T>) reply).value();
	}

}
