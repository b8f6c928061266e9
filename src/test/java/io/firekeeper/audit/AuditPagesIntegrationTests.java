package io.firekeeper.audit;

import java.util.UUID;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AuditPagesIntegrationTests {

	private final Actor reader = TestActors.with("auditor", Permission.READ, Permission.AUDIT_READ);

	private final String object = "o-" + UUID.randomUUID();

	@Autowired
	private AuditLog log;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenFilteredThenThePageShowsWhoDidWhatWithBothStates() {
		record("mara", "fleet.replica-registered", "interval: 15s\njob: node", "interval: 30s\njob: node");
		record("noor", "fleet.replica-removed", null, null);
		assertThat(this.mvc.get()
			.uri("/audit?object=replica:{object}&actor=mara&action=fleet.replica", this.object)
			.with(SignedIn.as(this.reader))).hasStatusOk()
			.bodyText()
			.contains("mara", "fleet.replica-registered", "interval: 15s", "interval: 30s", "1 entries")
			.doesNotContain("fleet.replica-removed");
	}

	@Test
	void whenStatesHoldMarkupThenItIsEscaped() {
		record("<script>alert(1)</script>", "test.done", "<img src=x onerror=alert(1)>", "b");
		assertThat(this.mvc.get().uri("/audit?object={object}", this.object).with(SignedIn.as(this.reader)))
			.hasStatusOk()
			.bodyText()
			.doesNotContain("<script>alert", "<img src=x")
			.contains("&lt;script&gt;alert(1)");
	}

	@Test
	void whenATimeCannotBeReadThenThePageSaysHowToWriteIt() {
		assertThat(this.mvc.get().uri("/audit?from=yesterday").with(SignedIn.as(this.reader))).hasStatus(422)
			.bodyText()
			.contains("“yesterday” is no time");
		assertThat(this.mvc.get().uri("/api/v1/audit?from=yesterday").with(SignedIn.as(this.reader))).hasStatus(422);
	}

	@Test
	void whenExportedThenTheFilterHoldsAndTheOrderIsThatOfTheChain() {
		record("mara", "test.first", null, null);
		record("mara", "test.second", "a", "b");
		assertThat(this.mvc.get()
			.uri("/api/v1/audit?download=true&object={object}", this.object)
			.with(SignedIn.as(this.reader))).hasStatusOk()
			.hasContentType("application/json;charset=UTF-8")
			.hasHeader("Content-Disposition", "attachment; filename=\"firekeeper-audit.json\"")
			.bodyJson()
			.extractingPath("$[*].action")
			.asArray()
			.containsExactly("test.first", "test.second");
	}

	@Test
	void whenVerifiedThenThePageSaysUpToWhichRow() {
		record("mara", "test.done", null, null);
		assertThat(this.mvc.get().uri("/audit?verify=true").with(SignedIn.as(this.reader))).hasStatusOk()
			.bodyText()
			.contains("Chain verified to row");
		assertThat(this.mvc.get().uri("/api/v1/audit/verification").with(SignedIn.as(this.reader))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.found")
			.isEqualTo(0);
	}

	@Test
	void whenThePageIsChineseThenItsWordsAre() {
		assertThat(this.mvc.get().uri("/audit").header("Accept-Language", "zh").with(SignedIn.as(this.reader)))
			.hasStatusOk()
			.bodyText()
			.contains("审计", "校验链");
	}

	private void record(String actor, String action, @Nullable String before, @Nullable String after) {
		this.transaction.executeWithoutResult((status) -> this.log
			.record(Audited.of(TestActors.admin(actor), action, "replica", this.object).changing(before, after)));
	}

}
