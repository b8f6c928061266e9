package io.firekeeper.policies;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.TestActors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class PoliciesIntegrationTests {

	private static final Actor ANN = TestActors.admin("ann");

	@Autowired
	private Policies policies;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whenVersionsAreAppendedThenTheyAreCurrentOnlyOnceTheyAreMade() {
		assertThat(this.policies.append(ANN, 7, Map.of("grown", text("grown", "# first\n")))).containsEntry("grown", 1);
		assertThat(this.policies.current("grown")).isEmpty();
		UUID id = this.policies.history("grown").getFirst().policyId();
		assertThat(this.policies.makeCurrent(Map.of(id, 1))).isEqualTo(Map.of(id, 0));
		assertThat(this.policies.append(ANN, 8, Map.of("grown", text("grown", "# second\n")))).containsEntry("grown",
				2);
		assertThat(this.policies.current("grown")).map(PolicyVersion::number).contains(1);
		assertThat(this.policies.makeCurrent(Map.of(id, 2))).isEqualTo(Map.of(id, 1));
		assertThat(this.policies.current()).extracting(PolicyVersion::name).contains("grown");
		assertThat(this.policies.currentNumbers()).containsEntry(id, 2);
		assertThat(this.policies.history("grown")).extracting(PolicyVersion::revision).containsExactly(8L, 7L);
		PolicyVersion first = this.policies.version("grown", 1).orElseThrow();
		assertThat(first.text()).isEqualTo(text("grown", "# first\n"));
		assertThat(first.author()).isEqualTo("ann");
		assertThat(this.policies.version(id, 1)).contains(first);
	}

	@Test
	void whenAPolicyIsDeletedThenItIsGoneButItsVersionsStay() {
		UUID id = create("short-lived");
		assertThat(this.policies.append(ANN, 9, deletion("short-lived"))).containsEntry("short-lived", 2);
		assertThat(this.policies.current("short-lived")).isPresent();
		this.policies.makeCurrent(Map.of(id, 2));
		assertThat(this.policies.current("short-lived")).isEmpty();
		assertThat(this.policies.history("short-lived")).extracting(PolicyVersion::deletes)
			.containsExactly(true, false);
		refused(FaultKind.NOT_FOUND, "policies.unknown", () -> this.policies.append(ANN, 10, deletion("short-lived")));
		String other = text("short-lived", "").replace("Global", "HighAvailability").replace("  global: {}", "  {}");
		assertThat(this.policies.append(ANN, 11, Map.of("short-lived", other))).containsEntry("short-lived", 3);
	}

	@Test
	void whenAnEditIsNotAllowedThenNothingIsStored() {
		create("kept");
		refused(FaultKind.CONFLICT, "policies.kind-differs", () -> this.policies.append(ANN, 8,
				Map.of("kept", text("kept", "").replace("Global", "HighAvailability"))));
		refused(FaultKind.CONFLICT, "policies.team-differs",
				() -> this.policies.append(ANN, 8, Map.of("kept", text("kept", "").replace("platform", "web"))));
		refused(FaultKind.INVALID, "policies.name-differs",
				() -> this.policies.append(ANN, 8, Map.of("kept", text("other", ""))));
		refused(FaultKind.INVALID, "policies.unreadable",
				() -> this.policies.append(ANN, 8, Map.of("kept", "kind: [")));
		Actor stranger = TestActors.inTeam("bob", "web", Permission.CHANGE_EDIT);
		refused(FaultKind.FORBIDDEN, "identity.permission-missing",
				() -> this.policies.append(stranger, 8, Map.of("kept", text("kept", "# mine\n"))));
		refused(FaultKind.FORBIDDEN, "identity.permission-missing",
				() -> this.policies.append(stranger, 8, deletion("kept")));
		assertThat(this.policies.history("kept")).hasSize(1);
	}

	@Test
	void whenAVersionIsAppendedThenTheAuditLogHasIt() {
		create("audited");
		assertThat(this.jdbc.sql("select count(*) from audit_entries where object_id = 'audited'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void whenSomebodyChangesAStoredVersionThenTheDatabaseRefuses() {
		UUID id = create("frozen");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("update policy_versions set text = 'x' where policy_id = ?").param(id).update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from policy_versions where policy_id = ?").param(id).update());
	}

	private UUID create(String name) {
		this.policies.append(ANN, 1, Map.of(name, text(name, "")));
		UUID id = this.policies.history(name).getFirst().policyId();
		this.policies.makeCurrent(Map.of(id, 1));
		return id;
	}

	private static Map<String, @Nullable String> deletion(String name) {
		Map<String, @Nullable String> deletion = new HashMap<>();
		deletion.put(name, null);
		return deletion;
	}

	private static void refused(FaultKind kind, String key, Runnable action) {
		assertThatExceptionOfType(Fault.class).isThrownBy(action::run).satisfies((fault) -> {
			assertThat(fault.kind()).isEqualTo(kind);
			assertThat(fault.reason().key()).isEqualTo(key);
		});
	}

	private static String text(String name, String comment) {
		return comment + """
				kind: Global
				name: %s
				team: platform
				clusters: {matchLabels: {}}
				spec:
				  global: {}
				""".formatted(name);
	}

}
