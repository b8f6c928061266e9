package io.firekeeper.secrets;

import java.nio.file.Path;
import java.util.Base64;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsIntegrationTests {

	private static final String CANARY = "c4nary/<&>\"ü";

	private final Actor editor = TestActors.with("secret-editor", Permission.READ, Permission.SECRET_EDIT);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Secrets secrets;

	@Autowired
	private SecretStore store;

	@Autowired
	private SecretTable table;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Test
	void whenASecretIsCreatedReplacedAndDeletedThenItResolvesAccordingly() {
		this.store.create(this.editor, "life", new SecretInput("first-value", "d"));
		assertThat(this.secrets.resolve("life").orElseThrow().reveal()).isEqualTo("first-value");
		SecretSummary second = this.store.replace(this.editor, "life", 1, new SecretInput("second-value", "d"));
		assertThat(second.version()).isEqualTo(2);
		Secret resolved = this.secrets.resolve("life").orElseThrow();
		assertThat(resolved.reveal()).isEqualTo("second-value");
		assertThat(resolved).hasToString("secret life v2");
		assertThat(this.secrets.names()).contains("life");
		this.store.delete(this.editor, "life", 2);
		assertThat(this.secrets.resolve("life")).isEmpty();
	}

	@Test
	void whenAWriteIsBasedOnAnOlderVersionThenItIsRefused() {
		this.store.create(this.editor, "stale", new SecretInput("first-value", ""));
		this.store.replace(this.editor, "stale", 1, new SecretInput("second-value", ""));
		assertThatExceptionOfType(Fault.class)
			.isThrownBy(() -> this.store.replace(this.editor, "stale", 1, new SecretInput("third-value", "")))
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.STALE));
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.store.delete(this.editor, "stale", 1))
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.STALE));
		assertThat(this.secrets.resolve("stale").orElseThrow().reveal()).isEqualTo("second-value");
	}

	@Test
	void whenAnActorMayNotEditSecretsThenNothingIsStored() {
		Actor reader = TestActors.with("secret-reader", Permission.READ, Permission.FLEET_EDIT);
		assertThatExceptionOfType(Fault.class)
			.isThrownBy(() -> this.store.create(reader, "forbidden", new SecretInput("value", "")))
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.FORBIDDEN));
		assertThat(this.secrets.names()).doesNotContain("forbidden");
		assertThat(put(reader, "forbidden", "{\"value\":\"value\"}", null)).hasStatus(403);
	}

	@Test
	void whenInputIsWrongThenEveryFieldIsNamed() {
		assertThatExceptionOfType(Fault.class)
			.isThrownBy(() -> this.store.create(this.editor, "Not A Label", new SecretInput("abc", "x".repeat(501))))
			.satisfies((fault) -> assertThat(fault.details()).extracting(Fault.Detail::field)
				.containsExactly("name", "value", "description"));
	}

	@Test
	void whenASecretChangesThenRedactionFollowsAtOnce() {
		String text = "dial tcp: password redact-me-1 and redact-me-2 refused";
		this.store.create(this.editor, "redacted", new SecretInput("redact-me-1", ""));
		assertThat(this.secrets.redact(text)).isEqualTo("dial tcp: password •••• and redact-me-2 refused");
		this.store.replace(this.editor, "redacted", 1, new SecretInput("redact-me-2", ""));
		assertThat(this.secrets.redact(text)).contains("password redact-me-1 and •••• refused");
		String basic = Base64.getEncoder()
			.encodeToString("user:redact-me-2".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(this.secrets.redact("Authorization: Basic " + basic)).doesNotContain(basic).contains("••••");
	}

	@Test
	void whenASecretIsStoredThenItsValueIsNowhereElse(CapturedOutput output) {
		String body = "{\"value\":\"c4nary/<&>\\\"ü\",\"description\":\"canary\"}";
		assertThat(put(this.editor, "canary", body, null)).hasStatus(201).hasHeader("ETag", "\"1\"");
		assertThat(this.secrets.resolve("canary").orElseThrow().reveal()).isEqualTo(CANARY);
		assertThat(this.jdbc.sql("select string_agg(a::text, ' ') from audit_entries a where object_id = 'canary'")
			.query(String.class)
			.single()).contains("secrets.secret-created").doesNotContain("c4nary");
		assertThat(this.jdbc.sql("select string_agg(encode(ciphertext, 'escape') || s::text, ' ') from secrets s")
			.query(String.class)
			.single()).doesNotContain("c4nary");
		for (String path : new String[] { "/api/v1/secrets", "/api/v1/secrets/canary", "/settings/secrets",
				"/settings/secrets/canary" }) {
			assertThat(this.mvc.get().uri(path).with(SignedIn.as(this.editor))).hasStatusOk()
				.bodyText()
				.contains("canary")
				.doesNotContain("c4nary");
		}
		assertThat(new SecretInput(CANARY, "")).asString().doesNotContain("c4nary");
		assertThat(output).doesNotContain("c4nary");
	}

	@Test
	void whenASecretIsPutThenVersionsGuardTheWrite() {
		assertThat(put(this.editor, "versions", "{\"value\":\"value-1\"}", null)).hasStatus(201);
		assertThat(put(this.editor, "versions", "{\"value\":\"value-2\"}", null)).hasStatus(428);
		assertThat(put(this.editor, "versions", "{\"value\":\"value-2\"}", "\"7\"")).hasStatus(412);
		assertThat(put(this.editor, "versions", "{\"value\":\"value-2\"}", "\"1\"")).hasStatusOk()
			.hasHeader("ETag", "\"2\"");
		assertThat(this.mvc.delete().uri("/api/v1/secrets/versions").with(SignedIn.as(this.editor))).hasStatus(428);
		assertThat(this.mvc.delete()
			.uri("/api/v1/secrets/versions")
			.header("If-Match", "\"2\"")
			.with(SignedIn.as(this.editor))).hasStatus(204);
		assertThat(this.mvc.get().uri("/api/v1/secrets/versions").with(SignedIn.as(this.editor))).hasStatus(404);
	}

	@Test
	void whenAFormIsRefusedThenItsTextIsKeptAndItsValueIsNot() {
		assertThat(this.mvc.post()
			.uri("/settings/secrets")
			.param("name", "Wrong Name")
			.param("value", "typed-value")
			.param("description", "kept text")
			.with(SignedIn.as(this.editor))).hasStatus(422)
			.bodyText()
			.contains("Wrong Name", "kept text", "id=\"name-error\"")
			.doesNotContain("typed-value", "??");
		assertThat(this.mvc.post()
			.uri("/settings/secrets")
			.param("name", "from-form")
			.param("value", "typed-value")
			.param("description", "")
			.with(SignedIn.as(this.editor))).hasStatus(302).hasRedirectedUrl("/settings/secrets");
		assertThat(this.mvc.post()
			.uri("/settings/secrets/from-form")
			.param("version", "9")
			.param("value", "typed-value-2")
			.param("description", "kept text")
			.with(SignedIn.as(this.editor))).hasStatus(409)
			.bodyText()
			.contains("kept text")
			.doesNotContain("typed-value-2");
		assertThat(this.secrets.resolve("from-form").orElseThrow().reveal()).isEqualTo("typed-value");
	}

	@Test
	void whenAReaderLooksThenThereIsNoForm() {
		Actor reader = TestActors.with("secret-reader", Permission.READ);
		this.store.create(this.editor, "read-only", new SecretInput("some-value", ""));
		assertThat(this.mvc.get().uri("/settings/secrets/read-only").with(SignedIn.as(reader))).hasStatusOk()
			.bodyText()
			.contains("SECRET_EDIT")
			.doesNotContain("name=\"value\"", "delete-secret", "??");
		assertThat(this.mvc.get().uri("/settings/secrets").header("Accept-Language", "zh-CN").with(SignedIn.as(reader)))
			.hasStatusOk()
			.bodyText()
			.contains("SECRET_EDIT")
			.doesNotContain("name=\"value\"", "还没有密钥", "<dialog id=\"delete", "??");
	}

	@Test
	void whenTheMasterKeyDoesNotFitTheDatabaseThenTheConsoleDoesNotStart(@TempDir Path directory) {
		SecretsConfiguration configuration = new SecretsConfiguration();
		Path missing = directory.resolve("missing.key");
		assertThatExceptionOfType(MasterKeyException.class)
			.isThrownBy(() -> configuration.masterKey(this.table, missing.toString()))
			.withMessageContaining("no master key in " + missing);
		assertThat(missing).doesNotExist();
		MasterKeyFile other = new MasterKeyFile(directory.resolve("other.key"));
		other.create();
		assertThatExceptionOfType(MasterKeyException.class)
			.isThrownBy(() -> configuration.masterKey(this.table, other.path().toString()))
			.withMessageContaining("is not the one")
			.satisfies((ex) -> assertThat(new MasterKeyFailureAnalyzer().analyze(ex)).isNotNull()
				.extracting(FailureAnalysis::getAction)
				.asString()
				.contains("firekeeper.secrets.master-key-file"));
	}

	@Test
	void whenACiphertextIsMovedToAnotherSecretThenItDoesNotOpen() {
		this.store.create(this.editor, "moved-from", new SecretInput("value-a", ""));
		this.store.create(this.editor, "moved-to", new SecretInput("value-b", ""));
		this.transactions.executeWithoutResult((transaction) -> {
			this.jdbc
				.sql("update secrets set ciphertext = (select ciphertext from secrets where name = 'moved-from')"
						+ " where name = 'moved-to'")
				.update();
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.secrets.resolve("moved-to"));
			transaction.setRollbackOnly();
		});
	}

	private MvcTestResult put(Actor actor, String name, String body,
			@org.jspecify.annotations.Nullable String ifMatch) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.put()
			.uri("/api/v1/secrets/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(actor));
		return ((ifMatch != null) ? request.header("If-Match", ifMatch) : request).exchange();
	}

}
