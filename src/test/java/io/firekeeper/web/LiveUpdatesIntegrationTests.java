package io.firekeeper.web;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.firekeeper.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@IntegrationTest
class LiveUpdatesIntegrationTests {

	@Autowired
	private LiveUpdates updates;

	@Autowired
	private LiveHub hub;

	@Autowired
	private LiveListener listener;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@BeforeEach
	void waitForTheListener() throws InterruptedException {
		assertThat(this.listener.awaitListening(Duration.ofSeconds(20))).isTrue();
	}

	@Test
	void whenNoTransactionRunsThenAChangeIsHeardAtOnce() throws InterruptedException {
		LiveStream stream = open("live-alone");
		this.updates.changed("live-alone");
		assertThat(topic(stream)).contains("live-alone");
	}

	@Test
	void whenTheTransactionCommitsThenTheChangeIsHeardAndNotBefore() throws InterruptedException {
		LiveStream stream = open("live-commit");
		this.transactions.executeWithoutResult((status) -> {
			this.updates.changed("live-commit");
			assertThat(soon(stream)).isEmpty();
		});
		assertThat(topic(stream)).contains("live-commit");
	}

	@Test
	void whenTheTransactionIsRolledBackThenNothingIsHeard() throws InterruptedException {
		LiveStream stream = open("live-rollback", "live-rollback-after");
		this.transactions.executeWithoutResult((status) -> {
			this.updates.changed("live-rollback");
			status.setRollbackOnly();
		});
		this.updates.changed("live-rollback-after");
		assertThat(topic(stream)).contains("live-rollback-after");
	}

	@Test
	void whenTheConnectionBreaksThenPagesRefetchAndLaterChangesAreHeard() throws InterruptedException {
		LiveStream stream = open("live-broken");
		this.jdbc
			.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
					+ " and query = 'listen firekeeper_live'")
			.query()
			.listOfRows();
		assertThat(topic(stream)).as("refetch").contains("live-broken");
		this.updates.changed("live-broken");
		assertThat(topic(stream)).as("later change").contains("live-broken");
	}

	@Test
	void whenTheConsolePausesAndGoesOnThenLaterChangesAreHeard() throws InterruptedException {
		this.listener.stop();
		this.listener.start();
		waitForTheListener();
		LiveStream stream = open("live-again");
		this.updates.changed("live-again");
		assertThat(topic(stream)).contains("live-again");
	}

	@Test
	void whenATopicIsNoTopicThenItIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.updates.changed("a\nb"));
	}

	@Test
	void whenAStreamIsReadThenEventsHaveNameAndIdUntilTheGuardSaysStop() throws Exception {
		AtomicBoolean valid = new AtomicBoolean(true);
		MvcResult result = stream((request) -> valid::get, "live-stream");
		this.updates.changed("live-stream");
		awaitContent(result, "event:live-stream\nid:");
		valid.set(false);
		this.updates.changed("live-stream");
		result.getAsyncResult(20_000);
		assertThat(content(result)).startsWith("event:beat\n").containsOnlyOnce("event:live-stream");
		assertThat(result.getResponse().getHeader("X-Accel-Buffering")).isEqualTo("no");
		assertThat(result.getResponse().getContentType()).startsWith("text/event-stream");
	}

	@Test
	void whenNobodyGuardsStreamsThenTheyEndAtOnce() throws Exception {
		MvcResult result = stream(null, "live-unguarded");
		result.getAsyncResult(20_000);
		assertThat(content(result)).doesNotContain("live-unguarded");
	}

	private MvcResult stream(@Nullable StreamGuard guard, String topic) throws Exception {
		StaticListableBeanFactory beans = (guard != null) ? new StaticListableBeanFactory(Map.of("guard", guard))
				: new StaticListableBeanFactory();
		LiveEventsController controller = new LiveEventsController(this.hub, beans.getBeanProvider(StreamGuard.class));
		MockMvc mvc = MockMvcBuilders.standaloneSetup(controller).build();
		return mvc.perform(get("/events").param("topics", topic).param("after", this.hub.position())).andReturn();
	}

	private static void awaitContent(MvcResult result, String text) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (!content(result).contains(text) && System.nanoTime() < end) {
			Thread.sleep(20);
		}
		assertThat(content(result)).contains(text);
	}

	private static String content(MvcResult result) throws UnsupportedEncodingException {
		return result.getResponse().getContentAsString();
	}

	private LiveStream open(String... topics) {
		return this.hub.open("test-" + topics[0], Set.of(topics), this.hub.position());
	}

	private static Optional<String> topic(LiveStream stream) throws InterruptedException {
		return stream.next(20, TimeUnit.SECONDS).map(Map.Entry::getKey);
	}

	private static Optional<String> soon(LiveStream stream) {
		try {
			return stream.next(300, TimeUnit.MILLISECONDS).map(Map.Entry::getKey);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
