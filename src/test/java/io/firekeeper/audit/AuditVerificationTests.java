package io.firekeeper.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks of somebody who may do everything in the database, on a real one.
 */
class AuditVerificationTests {

	private static final int ROWS = 12;

	private final ChainDatabase database = new ChainDatabase(ROWS);

	@TempDir
	private Path directory;

	@Test
	void whenNothingWasTouchedThenTheChainIsWhole() throws Exception {
		ChainReport report = verify();
		assertThat(report.whole()).isTrue();
		assertThat(report.rows()).isEqualTo(ROWS);
		assertThat(report.lastSeq()).isEqualTo(ROWS);
	}

	@Test
	void whenAnyColumnOfARowIsChangedThenTheRowIsNamed() throws Exception {
		for (String column : List.of("at = at + interval '1 microsecond'", "actor_type = 'SYSTEM'",
				"actor_id = gen_random_uuid()", "actor_name = 'eve'", "source = '10.0.0.1'", "action = 'test.undone'",
				"object_type = 'replica'", "object_id = 'us'", "before = null", "after = ''", "reason = ''",
				"request_id = null")) {
			ChainDatabase changed = new ChainDatabase(3);
			changed.tamper("update audit_entries set " + column + " where seq = 2");
			assertThat(verify(changed, null)).as(column).containsExactly("audit.row-changed 2");
		}
	}

	@Test
	void whenTextMovesBetweenColumnsThenTheRowIsNamed() throws Exception {
		this.database.tamper("update audit_entries set before = 'a: 1a', after = ': 2' where seq = 5");
		assertThat(verify(this.database, null)).containsExactly("audit.row-changed 5");
	}

	@Test
	void whenARowIsRemovedThenItsNumberIsMissing() throws Exception {
		this.database.tamper("delete from audit_entries where seq in (5, 6)");
		assertThat(verify(this.database, null)).containsExactly("audit.rows-missing 5 6");
	}

	@Test
	void whenTheFirstRowIsRemovedThenItIsMissing() throws Exception {
		this.database.tamper("delete from audit_entries where seq = 1");
		assertThat(verify(this.database, null)).containsExactly("audit.rows-missing 1 1");
	}

	@Test
	void whenARowIsRemovedAndTheLaterOnesMoveUpThenTheyAreNamed() throws Exception {
		this.database.tamper("delete from audit_entries where seq = 10",
				"update audit_entries set seq = seq - 1 where seq > 10", "update audit_head set seq = seq - 1");
		assertThat(verify(this.database, null)).contains("audit.row-not-following 10 9", "audit.row-changed 10",
				"audit.row-changed 11");
	}

	@Test
	void whenARowIsInsertedThenItIsNamed() throws Exception {
		this.database.tamper("update audit_entries set seq = -seq where seq > 6",
				"update audit_entries set seq = -seq + 1 where seq < 0",
				"insert into audit_entries select 7, at, actor_type, actor_id, actor_name, source, action, object_type, "
						+ "object_id, before, after, reason, request_id, previous_hash, hash from audit_entries "
						+ "where seq = 6",
				"update audit_head set seq = seq + 1");
		assertThat(verify(this.database, null)).contains("audit.row-not-following 7 6", "audit.row-changed 7");
	}

	@Test
	void whenRowsChangePlacesThenBothAreNamed() throws Exception {
		this.database.tamper("update audit_entries set seq = -5 where seq = 5",
				"update audit_entries set seq = 5 where seq = 6", "update audit_entries set seq = 6 where seq = -5");
		assertThat(verify(this.database, null)).contains("audit.row-not-following 5 4", "audit.row-changed 5",
				"audit.row-changed 6");
	}

	@Test
	void whenTheHashesOfARowAreReplacedThenTheLinkIsBroken() throws Exception {
		this.database.tamper("update audit_entries set previous_hash = repeat('a', 64) where seq = 4");
		assertThat(verify(this.database, null)).contains("audit.row-not-following 4 3", "audit.row-changed 4");
	}

	@Test
	void whenTheHeadIsWrongThenItIsSaid() throws Exception {
		this.database.tamper("update audit_head set hash = repeat('b', 64)");
		assertThat(verify(this.database, null)).containsExactly("audit.head-wrong 12 12");
	}

	@Test
	void whenTheEndIsCutOffThenTheHeadKnows() throws Exception {
		this.database.tamper("delete from audit_entries where seq > 9");
		assertThat(verify(this.database, null)).containsExactly("audit.end-missing 10 12");
	}

	@Test
	void whenTheEndIsCutOffWithItsHeadThenOnlyTheAnchorKnows() throws Exception {
		Path anchor = anchor(12);
		this.database.tamper("delete from audit_entries where seq > 9",
				"update audit_head set seq = 9, hash = '%s'".formatted(this.database.hash(9)));
		assertThat(verify(this.database, null)).isEmpty();
		assertThat(verify(this.database, anchor)).containsExactly("audit.end-cut-off 10 12");
	}

	@Test
	void whenEverythingIsRemovedThenTheAnchorKnows() throws Exception {
		Path anchor = anchor(12);
		this.database.tamper("truncate audit_entries", "update audit_head set seq = 0, hash = repeat('0', 64)");
		assertThat(verify(this.database, anchor)).containsExactly("audit.end-cut-off 1 12");
	}

	@Test
	void whenTheChainIsComputedAnewThenOnlyTheAnchorKnows() throws Exception {
		Path anchor = anchor(8, 12);
		this.database.rewriteFrom(5);
		assertThat(verify(this.database, null)).isEmpty();
		assertThat(verify(this.database, anchor)).containsExactly("audit.row-rewritten 8", "audit.row-rewritten 12");
	}

	@Test
	void whenAnAnchorIsForgedThenItsLineIsNamed() throws Exception {
		Path anchor = anchor(8, 12);
		this.database.rewriteFrom(5);
		List<String> lines = new ArrayList<>(Files.readAllLines(anchor));
		lines.set(0, lines.getFirst().replaceFirst(" [0-9a-f]{64} ", " " + this.database.hash(8) + " "));
		Files.write(anchor, lines);
		assertThat(verify(this.database, anchor)).containsExactly("audit.anchor-forged 1", "audit.row-rewritten 12");
	}

	@Test
	void whenTheLastAnchorWasNotWrittenToItsEndThenItDoesNotCount() throws Exception {
		Path anchor = anchor(8);
		Files.writeString(anchor, Files.readString(anchor) + "12 0abc");
		assertThat(verify(this.database, anchor)).isEmpty();
	}

	@Test
	void whenAnExportIsWholeThenItVerifiesAndWhenARowIsChangedOrMovedThenItIsNamed() throws Exception {
		List<AuditEntry> rows = new ArrayList<>();
		new AuditSearch(this.database.jdbc()).each(new AuditFilter("", "", "", "", "", ""), rows::add);
		assertThat(exported(rows)).isEmpty();
		AuditEntry moved = rows.remove(3);
		rows.add(7, moved);
		assertThat(exported(rows)).contains("audit.rows-missing 4 4", "audit.row-out-of-order 4 8");
	}

	private ChainReport verify() throws Exception {
		try (Connection connection = this.database.connection()) {
			return new AuditVerification((Path) null).database(connection);
		}
	}

	private List<String> exported(List<AuditEntry> rows) throws IOException {
		Path file = this.directory.resolve("export.json");
		JsonMapper.builder().build().writeValue(file, rows);
		return words(new AuditVerification((Path) null).export(file));
	}

	private static List<String> verify(ChainDatabase database, @Nullable Path anchor) throws Exception {
		try (Connection connection = database.connection()) {
			return words(new AuditVerification(anchor).database(connection));
		}
	}

	private static List<String> words(ChainReport report) {
		return report.problems().stream().map(AuditVerificationTests::words).toList();
	}

	/** The key and the numbers of rows. */
	private static String words(Message problem) {
		return problem.key() + " "
				+ String.join(" ", problem.arguments().stream().filter((word) -> word.matches("\\d+")).toList());
	}

	private Path anchor(long... rows) throws IOException {
		Path file = this.directory.resolve("audit-anchor.log");
		AnchorFile anchors = new AnchorFile(file);
		for (long row : rows) {
			anchors.append(new AuditHead(row, this.database.hash(row)), Instant.parse("2026-11-21T15:00:00Z"));
		}
		return file;
	}

}
