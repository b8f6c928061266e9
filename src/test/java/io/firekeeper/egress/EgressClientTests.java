package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.firekeeper.egress.EgressFailure.Cause;
import io.firekeeper.testing.HostileReplica;
import io.firekeeper.testing.HostileReplica.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EgressClientTests {

	private final HostileReplica replica = HostileReplica.start();

	private final EgressClient client = TestEgress.loopback();

	@AfterEach
	void close() {
		this.replica.close();
	}

	@Test
	void whenAnAddressIsAllowedThenItsAnswerIsRead() throws EgressFailure {
		EgressResponse response = this.client.send(get("/-/ready"));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.contentType()).isEqualTo("text/plain");
		assertThat(response.body()).isEqualTo("Prometheus Server is Ready.\n");
		assertThat(response.took()).isPositive();
	}

	@Test
	void whenCredentialsAreGivenThenTheyAreSentAtOnce() throws EgressFailure {
		this.client.send(new EgressRequest("GET", this.replica.url().resolve("/-/ready"), null,
				new Credentials.Basic("prom", "pä:ss"), null, Duration.ofSeconds(5), 1000));
		assertThat(this.replica.lastHeader("Authorization")).isEqualTo("Basic cHJvbTpww6Q6c3M=");
		this.client.send(new EgressRequest("GET", this.replica.url().resolve("/-/ready"), null,
				new Credentials.Bearer("t0ken"), null, Duration.ofSeconds(5), 1000));
		assertThat(this.replica.lastHeader("Authorization")).isEqualTo("Bearer t0ken");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "2130706433", "127.1", "0x7f000001", "0177.0.0.1", "017700000001",
			"localhost", "localhost.", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "user@127.0.0.1",
			"198.51.100.1@127.0.0.1", "[64:ff9b::7f00:1]", "0.0.0.0", "0", "[::]", "127.0.0.1.", "127.000.000.001" })
	void whenAnAddressIsNotAllowedThenNotOneByteReachesIt(String host) {
		try (Canary canary = new Canary()) {
			EgressClient internetOnly = TestEgress.client((name) -> List.of(InetAddress.getAllByName(name)),
					"0.0.0.0/0", "::/0");
			URI uri = URI.create("http://" + host + ":" + canary.port() + "/");
			assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> internetOnly.send(get(uri)));
			assertThat(canary.strangers()).isZero();
		}
	}

	@Test
	void whenANameChangesItsAddressThenTheCheckedOneIsDialled() throws EgressFailure {
		AtomicInteger asked = new AtomicInteger();
		EgressClient rebound = TestEgress.client(
				(host) -> List.of(InetAddress.ofLiteral((asked.getAndIncrement() == 0) ? "127.0.0.1" : "127.0.0.2")),
				"127.0.0.1/32");
		URI uri = URI.create("http://rebind.example:" + this.replica.url().getPort() + "/-/ready");
		assertThat(rebound.send(get(uri)).status()).isEqualTo(200);
		assertThat(asked).hasValue(1);
		assertThat(this.replica.lastHeader("Host")).isEqualTo("rebind.example:" + this.replica.url().getPort());
		assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> rebound.send(get(uri)))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Cause.NOT_ALLOWED));
	}

	@Test
	void whenAnAnswerRedirectsThenItIsNotFollowed() throws EgressFailure {
		try (Canary canary = new Canary()) {
			this.replica.redirectTo(URI.create("http://127.0.0.1:" + canary.port() + "/"));
			this.replica.behave(Behaviour.REDIRECTS);
			assertThat(this.client.send(get("/api/v1/status/buildinfo")).status()).isEqualTo(302);
			assertThat(canary.strangers()).isZero();
		}
	}

	@Test
	void whenAnAnswerInflatesWithoutEndThenReadingStopsAtTheLimit() {
		this.replica.behave(Behaviour.GZIP_BOMB);
		assertThat(failure(get("/metrics")).reason()).isEqualTo(Cause.TOO_LARGE);
	}

	@Test
	void whenAnAnswerHasNoEndThenReadingStopsAtTheLimit() {
		this.replica.behave(Behaviour.ENDLESS_BODY);
		assertThat(failure(get("/metrics")).reason()).isEqualTo(Cause.TOO_LARGE);
	}

	@Test
	void whenAnAnswerIsExactlyAsLongAsAllowedThenItIsRead() throws EgressFailure {
		int length = this.client.send(get("/-/ready")).body().length();
		URI uri = this.replica.url().resolve("/-/ready");
		assertThat(this.client.send(get(uri, Duration.ofSeconds(5), length)).body()).hasSize(length);
		assertThat(failure(get(uri, Duration.ofSeconds(5), length - 1L)).reason()).isEqualTo(Cause.TOO_LARGE);
	}

	@ParameterizedTest
	@EnumSource(names = { "HUNG", "SLOW_DRIP", "SLOW_HEADERS" })
	void whenAnAnswerDoesNotCompleteThenTheDeadlineEndsItAndTheConnection(Behaviour behaviour)
			throws InterruptedException {
		this.replica.behave(behaviour);
		long start = System.nanoTime();
		EgressFailure failure = failure(get(this.replica.url().resolve("/metrics"), Duration.ofMillis(700), 1_000_000));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(600),
				Duration.ofSeconds(3));
		assertThat(failure.reason()).isEqualTo(Cause.DEADLINE);
		assertThat(this.replica.awaitClosedByPeer(Duration.ofSeconds(5))).isTrue();
	}

	@Test
	void whenAHostDoesNotResolveInTimeThenTheDeadlineEndsIt() {
		EgressClient slow = TestEgress.client((host) -> {
			try {
				Thread.sleep(60_000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return List.of(InetAddress.getLoopbackAddress());
		}, "127.0.0.1/32");
		EgressFailure failure = catchThrowableOfType(EgressFailure.class,
				() -> slow.send(get(URI.create("http://slow.example/"), Duration.ofMillis(300), 10)));
		assertThat(failure.reason()).isEqualTo(Cause.DEADLINE);
	}

	@Test
	void whenNothingListensThenTheConnectionIsRefused() {
		this.replica.behave(Behaviour.DOWN);
		assertThat(failure(get("/-/ready")).reason()).isEqualTo(Cause.REFUSED);
	}

	@Test
	void whenTheConnectionBreaksThenThatIsSaid() {
		this.replica.behave(Behaviour.BREAKS_OFF);
		assertThat(failure(get("/-/ready")).reason()).isEqualTo(Cause.BROKEN);
	}

	private EgressFailure failure(EgressRequest request) {
		return catchThrowableOfType(EgressFailure.class, () -> this.client.send(request));
	}

	private EgressRequest get(String path) {
		return get(this.replica.url().resolve(path));
	}

	private static EgressRequest get(URI uri) {
		return get(uri, Duration.ofSeconds(5), 1_000_000);
	}

	private static EgressRequest get(URI uri, Duration deadline, long maximumBytes) {
		return new EgressRequest("GET", uri, null, new Credentials.None(), null, deadline, maximumBytes);
	}

}
