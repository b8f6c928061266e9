package io.firekeeper.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * All tests use one data directory, as consoles that come one after the other do.
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedServerTests {

	@TempDir
	static Path dataDirectory;

	private final Layout layout = Layout.in(dataDirectory);

	@Test
	void whenItIsOpenedThenItIsDurableAndPrivate(CapturedOutput output) throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(dataDirectory, false)) {
			for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
				assertThat(query(server.address(), "show " + setting)).as(setting).containsExactly("on");
			}
			assertThat(query(server.address(), "show listen_addresses")).containsExactly("127.0.0.1");
			assertThat(query(server.address(), "select usesuper from pg_user where usename = current_user"))
				.containsExactly("f");
			assertThat(query(server.address(), "select 'ä' < 'z'")).hasSize(1);
			assertThat(server.address()).asString().doesNotContain(server.address().getPassword());
			DatabaseAddress wrong = new DatabaseAddress(server.address().port(), "wrong");
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> query(wrong, "select 1"))
				.withMessageContaining("password authentication failed");
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.layout.password())))
			.isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.layout.root())))
			.isEqualTo("rwx------");
		assertThat(output)
			.contains("No database configured: using the embedded PostgreSQL 18 in " + this.layout.root());
	}

	@Test
	void whenItIsClosedThenTheServerStopsAndItsRowsStay() throws Exception {
		try (EmbeddedServer server = EmbeddedServer.open(dataDirectory, false)) {
			execute(server.address(), "create table if not exists kept (text text)");
			execute(server.address(), "insert into kept values ('row')");
		}
		assertThat(PostmasterFile.read(this.layout.data())).isEmpty();
		try (EmbeddedServer server = EmbeddedServer.open(dataDirectory, false)) {
			assertThat(query(server.address(), "select text from kept")).contains("row");
		}
	}

	@Test
	void whenTheConsoleIsKilledThenTheNextOneGoesOnWithTheSameServer() throws Exception {
		killConsoleAfter("console killed");
		PostmasterFile left = PostmasterFile.read(this.layout.data()).orElseThrow();
		assertThat(left.isServerOf(this.layout.data())).isTrue();
		try (EmbeddedServer server = EmbeddedServer.open(dataDirectory, false)) {
			assertThat(PostmasterFile.read(this.layout.data())).contains(left);
			assertThat(query(server.address(), "select deed from deeds")).contains("console killed");
		}
		assertThat(left.isServerOf(this.layout.data())).isFalse();
	}

	@Test
	void whenConsoleAndServerAreKilledThenTheNextStartRecovers() throws Exception {
		killConsoleAfter("everything killed");
		long pid = PostmasterFile.read(this.layout.data()).orElseThrow().pid();
		ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
		List<ProcessHandle> children = postmaster.children().toList();
		postmaster.destroyForcibly();
		children.forEach(ProcessHandle::destroyForcibly);
		postmaster.onExit().get(10, TimeUnit.SECONDS);
		try (EmbeddedServer server = EmbeddedServer.open(dataDirectory, false)) {
			assertThat(PostmasterFile.read(this.layout.data()).orElseThrow().pid()).isNotEqualTo(pid);
			assertThat(query(server.address(), "select deed from deeds")).contains("everything killed");
		}
	}

	@Test
	void whenTheServersNumberBelongsToAnotherProgramThenItStartsAllTheSame() throws Exception {
		EmbeddedServer.open(dataDirectory, false).close();
		Files.writeString(this.layout.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n"
				+ this.layout.data() + "\n1795256818\n5432\n\n127.0.0.1\n  2154657     32788\nready   \n");
		try (EmbeddedServer server = EmbeddedServer.open(dataDirectory, false)) {
			assertThat(query(server.address(), "select 1")).containsExactly("1");
		}
	}

	@Test
	void whenAnotherConsoleRunsThenASecondOneIsRefusedAndAVisitorIsNot() throws Exception {
		try (EmbeddedServer first = EmbeddedServer.open(dataDirectory, false)) {
			assertThatExceptionOfType(DatabaseStartException.class)
				.isThrownBy(() -> EmbeddedServer.open(dataDirectory, false))
				.withMessageContaining("Another console runs in this data directory");
			try (EmbeddedServer visitor = EmbeddedServer.open(dataDirectory, true)) {
				assertThat(visitor.address()).isEqualTo(first.address());
			}
			assertThat(query(first.address(), "select 1")).containsExactly("1");
		}
	}

	@Test
	void whenAnInitializationWasInterruptedThenItIsDoneAnew(@TempDir Path other) throws Exception {
		Layout there = Layout.in(other);
		Files.createDirectories(there.initializing());
		Files.writeString(there.initializing().resolve("PG_VERSION"), "18");
		try (EmbeddedServer server = EmbeddedServer.open(other, false)) {
			assertThat(query(server.address(), "select 1")).containsExactly("1");
		}
		assertThat(there.initializing()).doesNotExist();
	}

	@Test
	void whenTheDataIsOfAnotherMajorVersionThenItSaysWhatToDo(@TempDir Path other) throws IOException {
		Layout there = Layout.in(other);
		Files.createDirectories(there.data());
		Files.writeString(there.data().resolve("PG_VERSION"), "17\n");
		assertThatExceptionOfType(DatabaseStartException.class).isThrownBy(() -> EmbeddedServer.open(other, false))
			.withMessageContaining("written by PostgreSQL 17")
			.satisfies((ex) -> assertThat(new DatabaseFailureAnalyzer().analyze(ex, ex).getAction())
				.contains("pg_dump 17", "docs/operations.md"));
	}

	@Test
	void whenAProgramFailsThenItsOutputIsInTheMessage(@TempDir Path log) {
		assertThatExceptionOfType(DatabaseStartException.class)
			.isThrownBy(() -> new Programs(List.of(), log).run(Path.of("/bin/sh"), "-c", "echo no space left; exit 3"))
			.withMessageContaining("no space left");
	}

	@Test
	@EnabledIf("isRoot")
	void whenNamespacesAreClosedThenItRunsAsAUserThatCanReachTheDirectory(@TempDir Path closed) throws Exception {
		Path path = Files.createDirectory(closed.resolve("bin"));
		Files.writeString(path.resolve("unshare"), "#!/bin/sh\nexit 1\n");
		Files.setPosixFilePermissions(path.resolve("unshare"), PosixFilePermissions.fromString("rwxr-xr-x"));
		String search = path + ":" + System.getenv("PATH");
		assertThat(outputOf(console(closed, "never", search))).contains("can reach " + Layout.in(closed).root());
		Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
		kill(console(closed, "as a user", search));
		try (EmbeddedServer server = EmbeddedServer.open(closed, false)) {
			assertThat(query(server.address(), "select deed from deeds")).containsExactly("as a user");
		}
		assertThat(PostmasterFile.read(Layout.in(closed).data())).isEmpty();
		assertThat(Files.getOwner(Layout.in(closed).data()).getName()).isIn("postgres", "nobody");
	}

	static boolean isRoot() throws IOException {
		return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
	}

	private static void killConsoleAfter(String deed) throws IOException, InterruptedException {
		kill(console(dataDirectory, deed, System.getenv("PATH")));
	}

	private static Process console(Path directory, String deed, String search) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), DoomedConsole.class.getName(), directory.toString(), deed)
			.redirectErrorStream(true);
		builder.environment().put("PATH", search);
		return builder.start();
	}

	private static String outputOf(Process console) throws IOException {
		return new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static void kill(Process console) throws IOException, InterruptedException {
		StringBuilder said = new StringBuilder();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(console.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = output.readLine(); line != null && !line.equals("committed"); line = output.readLine()) {
				said.append(line).append('\n');
			}
			assertThat(console.isAlive()).as(said.toString()).isTrue();
			console.destroyForcibly().waitFor();
		}
	}

	private static List<String> query(DatabaseAddress address, String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (Connection connection = connect(address);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	private static void execute(DatabaseAddress address, String sql) throws SQLException {
		try (Connection connection = connect(address); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static Connection connect(DatabaseAddress address) throws SQLException {
		return DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword());
	}

}
