package io.firekeeper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class CommandLineIntegrationTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path directory;

	@Value("${spring.datasource.url}")
	private String url;

	@Autowired
	private AuditLog log;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenTheChainIsWholeThenTheStatusIsZero() throws Exception {
		record();
		assertThat(onDatabase("audit", "verify")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("Chain verified to row", "last hash ");
	}

	@Test
	void whenAnExportWasChangedThenTheStatusIsOneAndTheRowIsNamed() throws Exception {
		record();
		String export = this.mvc.get()
			.uri("/api/v1/audit")
			.with(SignedIn.as(TestActors.admin("auditor")))
			.exchange()
			.getResponse()
			.getContentAsString();
		Path file = this.directory.resolve("export.json");
		Files.writeString(file, export);
		assertThat(run("audit", "verify", "--export", file.toString())).isZero();
		Files.writeString(file, export.replace("command-line-object", "something-else"));
		assertThat(run("audit", "verify", "--export=" + file)).isEqualTo(1);
		assertThat(this.out.toString(StandardCharsets.UTF_8))
			.containsPattern("Row \\d+ was changed \\(test.done of test something-else\\)");
	}

	@Test
	void whenTheDatabaseCannotBeReachedThenTheStatusIsTwo() {
		assertThat(run("audit", "verify", "--url", "jdbc:postgresql://127.0.0.1:1/none")).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("Cannot read the audit log from the database");
		assertThat(run("admin", "reset", "--url", "jdbc:postgresql://127.0.0.1:1/none")).isEqualTo(2);
	}

	@Test
	void whenTheCommandIsUnknownThenItsUseIsExplained() {
		assertThat(run("audit", "destroy")).isEqualTo(2);
		assertThat(run("audit", "verify", "--forec")).isEqualTo(2);
		assertThat(run("chek", "rules", "a.yml")).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("firekeeper audit verify",
				"“audit destroy” is not a command", "Unknown option --forec", "“chek rules” is not a command");
	}

	@Test
	void whenHelpIsAskedForThenItIsGiven() {
		assertThat(run("--help")).isZero();
		assertThat(run("serve", "-h")).isZero();
		assertThat(run("audit", "verify", "--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("firekeeper audit verify");
		assertThat(this.err.toString(StandardCharsets.UTF_8)).isEmpty();
	}

	@Test
	void whenTheAdminIsLostThenTheSecretMakesAnotherOneOnce() throws Exception {
		assertThat(onDatabase("admin", "reset")).isZero();
		String secret = this.out.toString(StandardCharsets.UTF_8).lines().toList().getLast().split(": ")[1];
		String body = """
				{"secret": "%s", "name": "rescued", "displayName": "Rescued", "password": "correct horse battery"}
				""".formatted(secret);
		assertThat(this.mvc.post().uri("/api/v1/setup").contentType(MediaType.APPLICATION_JSON).content(body))
			.hasStatus(201)
			.bodyJson()
			.extractingPath("roles")
			.asArray()
			.containsExactly("ADMIN");
		assertThat(this.mvc.post().uri("/api/v1/setup").contentType(MediaType.APPLICATION_JSON).content(body))
			.hasStatus(403);
	}

	private void record() {
		this.transaction.executeWithoutResult((status) -> this.log
			.record(Audited.of(TestActors.admin("ada"), "test.done", "test", "command-line-object")));
	}

	private int onDatabase(String... command) throws Exception {
		Path password = Files.writeString(this.directory.resolve("password"), "postgres\n");
		List<String> args = new ArrayList<>(List.of(command));
		args.addAll(List.of("--url", this.url, "--user", "postgres", "--password-file", password.toString()));
		return run(args.toArray(String[]::new));
	}

	private int run(String... args) {
		return CommandLine.run(List.of(args), new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

}
