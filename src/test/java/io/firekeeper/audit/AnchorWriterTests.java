package io.firekeeper.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AnchorWriterTests {

	private final ChainDatabase database = new ChainDatabase(0);

	private final SetClock clock = new SetClock();

	@TempDir
	private Path directory;

	@Test
	void whenRowsAreFewThenALineIsWrittenAfterFiveSeconds() throws Exception {
		AnchorWriter writer = writer();
		this.database.append(1);
		writer.writeIfDue();
		assertThat(lines()).as("the first row").isEqualTo(1);
		this.database.append(2);
		writer.writeIfDue();
		assertThat(lines()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(5));
		writer.writeIfDue();
		assertThat(lines()).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(5));
		writer.writeIfDue();
		assertThat(lines()).as("nothing new").isEqualTo(2);
	}

	@Test
	void whenTenRowsAreNewThenALineIsWrittenAtOnce() throws Exception {
		AnchorWriter writer = writer();
		this.database.append(1);
		writer.writeIfDue();
		this.database.append(10);
		writer.writeIfDue();
		assertThat(lines()).isEqualTo(2);
		assertThat(writer.anchors().hashes()).containsEntry(11L, this.database.hash(11));
	}

	@Test
	void whenTheConsoleRestartsThenItGoesOnWithTheSameKey() throws Exception {
		this.database.append(1);
		writer().writeIfDue();
		this.database.append(1);
		this.clock.advance(Duration.ofSeconds(5));
		AnchorWriter restarted = writer();
		restarted.writeIfDue();
		assertThat(restarted.anchors().hashes()).containsOnlyKeys(1L, 2L);
		assertThat(restarted.anchors().forged()).isEmpty();
	}

	@Test
	void whenTheKeyIsCreatedThenOnlyItsOwnerReadsIt() throws Exception {
		this.database.append(1);
		writer().writeIfDue();
		Path key = this.directory.resolve("audit-anchor.log.key");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
	}

	@Test
	void whenTheLastLineWasCutShortThenTheNextOneStandsAlone() throws Exception {
		this.database.append(1);
		writer().writeIfDue();
		Files.writeString(this.directory.resolve(AnchorWriter.FILE), "2 9f3c 2026-11", StandardOpenOption.APPEND);
		this.database.append(1);
		this.clock.advance(Duration.ofSeconds(5));
		AnchorWriter restarted = writer();
		restarted.writeIfDue();
		assertThat(restarted.anchors().forged()).isEmpty();
		assertThat(restarted.anchors().hashes()).containsOnlyKeys(1L, 2L);
		assertThat(lines()).isEqualTo(2);
	}

	@Test
	void whenTheKeyIsEmptyThenItTriesAgainUntilThereIsOne() throws Exception {
		Path key = Files.createFile(this.directory.resolve("audit-anchor.log.key"));
		this.database.append(1);
		AnchorWriter writer = writer();
		writer.writeOrComplain();
		assertThat(this.directory.resolve(AnchorWriter.FILE)).doesNotExist();
		Files.delete(key);
		writer.writeOrComplain();
		assertThat(writer.anchors().hashes()).containsOnlyKeys(1L);
	}

	@Test
	void whenTheConsoleDiedWhileItWroteTheKeyThenTheKeyIsMadeAnew() throws Exception {
		Path unfinished = Files.createFile(this.directory.resolve("audit-anchor.log.key.new"));
		this.database.append(1);
		AnchorWriter writer = writer();
		writer.writeIfDue();
		assertThat(unfinished).doesNotExist();
		assertThat(writer.anchors().hashes()).containsOnlyKeys(1L);
	}

	private AnchorWriter writer() {
		return new AnchorWriter(this.database.entries(), this.directory, this.clock);
	}

	private int lines() throws IOException {
		return Files.readAllLines(this.directory.resolve(AnchorWriter.FILE)).size();
	}

	private static final class SetClock extends Clock {

		private Instant now = Instant.parse("2026-11-21T14:00:00Z");

		void advance(Duration by) {
			this.now = this.now.plus(by);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
