package io.firekeeper.audit;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.firekeeper.identity.Actor;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class AuditLogIntegrationTests {

	private final Actor actor = TestActors.admin("ada");

	@Autowired
	private AuditLog log;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whenTheTransactionCommitsThenTheRowFollowsItsPredecessor() {
		record("first-row");
		record("second-row");
		AuditEntry first = entry("first-row");
		AuditEntry second = entry("second-row");
		assertThat(second.previousHash()).as("hash of the row before").hasSize(64);
		assertThat(first.hash()).isEqualTo(first.computedHash());
		assertThat(second.hash()).isEqualTo(second.computedHash());
		assertThat(second.seq()).isGreaterThan(first.seq());
	}

	@Test
	void whenTheTransactionRollsBackThenNoRowIsWritten() {
		this.transaction.executeWithoutResult((status) -> {
			this.log.record(Audited.of(this.actor, "test.rolled-back", "test", "rolled-back"));
			status.setRollbackOnly();
		});
		assertThat(entries("rolled-back")).isEmpty();
	}

	@Test
	void whenThereIsNoTransactionThenTheFactIsRefused() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.log.record(Audited.of(this.actor, "test.done", "test", "no-transaction")));
	}

	@Test
	void whenATextCannotBeStoredAsItIsThenItIsStoredReadableAndVerifies() {
		this.transaction.executeWithoutResult((status) -> this.log
			.record(Audited.of(this.actor, "test.done", "test", "odd-text").because("nul \0 and half \uD83D pair")));
		AuditEntry entry = entry("odd-text");
		assertThat(entry.reason()).isEqualTo("nul \uFFFD and half ? pair");
		assertThat(entry.hash()).isEqualTo(entry.computedHash());
	}

	@Test
	void whenManyTransactionsCommitAtOnceThenNumbersHaveNoGaps() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = IntStream.range(0, 40).<Future<?>>mapToObj((i) -> threads.submit(() -> {
				start.await();
				record("parallel");
				return null;
			})).toList();
			start.countDown();
			for (Future<?> one : running) {
				one.get();
			}
		}
		assertThat(entries("parallel")).hasSize(40);
		assertThat(this.jdbc.sql("select max(seq) - count(*) from audit_entries").query(Long.class).single()).isZero();
	}

	@Test
	void whenSomebodyChangesOrRemovesARowThenTheDatabaseRefuses() {
		record("kept");
		for (String attack : List.of("update audit_entries set reason = 'x'", "delete from audit_entries",
				"truncate audit_entries", "delete from audit_head", "update audit_head set seq = seq - 1")) {
			assertThatExceptionOfType(DataAccessException.class).as(attack)
				.isThrownBy(() -> this.jdbc.sql(attack).update())
				.havingRootCause()
				.withMessageContaining("append-only");
		}
	}

	private void record(String object) {
		this.transaction
			.executeWithoutResult((status) -> this.log.record(Audited.of(this.actor, "test.done", "test", object)));
	}

	private AuditEntry entry(String object) {
		return entries(object).getFirst();
	}

	private List<AuditEntry> entries(String object) {
		return this.jdbc
			.sql("select * from audit_entries where object_type = 'test' and object_id = :object order by seq")
			.param("object", object)
			.query(AuditEntries::entry)
			.list();
	}

}
