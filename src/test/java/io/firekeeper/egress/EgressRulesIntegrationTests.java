package io.firekeeper.egress;

import java.net.URI;
import java.time.Duration;

import io.firekeeper.egress.EgressFailure.Cause;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.testing.HostileReplica;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@IntegrationTest
class EgressRulesIntegrationTests {

	private final Actor admin = TestActors.with("egress-admin", Permission.EGRESS_ADMIN);

	@Autowired
	private EgressRules rules;

	@Autowired
	private EgressClient client;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcConnectionDetails database;

	@Test
	void whenARuleIsAddedAndRemovedThenTrafficFollowsAtOnce() throws EgressFailure {
		try (HostileReplica replica = HostileReplica.start()) {
			int port = replica.url().getPort();
			assertThat(this.client.allows(replica.url())).isFalse();
			EgressRule rule = this.rules.add(this.admin,
					new Opening("127.0.0.1", port, port, EgressRule.Scheme.HTTP, " test "));
			assertThat(rule.cidr()).isEqualTo("127.0.0.1/32");
			assertThat(this.client.send(get(replica.url())).status()).isEqualTo(404);
			this.rules.remove(this.admin, rule.id());
			assertThat(catchThrowableOfType(EgressFailure.class, () -> this.client.send(get(replica.url()))).reason())
				.isEqualTo(Cause.NOT_ALLOWED);
			assertThat(audited(rule.summary())).isEqualTo(2);
		}
	}

	@Test
	void whenAnAddressIsNotCoveredThenTheProposalOpensIt() {
		URI uri = URI.create("http://10.77.0.9:9191/prometheus");
		Proposal proposal = this.rules.missingRuleFor(uri).orElseThrow();
		assertThat(proposal).isEqualTo(new Proposal("10.77.0.9",
				java.util.List.of(new Opening("10.77.0.9/32", 9191, 9191, EgressRule.Scheme.HTTP, "10.77.0.9"))));
		this.rules.add(this.admin, proposal);
		assertThat(this.rules.missingRuleFor(uri)).isEmpty();
	}

	@Test
	void whenAnAddressIsNeverDialledThenThereIsNoProposal() {
		assertThatExceptionOfType(Fault.class)
			.isThrownBy(() -> this.rules.missingRuleFor(URI.create("http://169.254.169.254/")))
			.satisfies((fault) -> assertThat(fault.reason().arguments().getFirst()).contains("never dialled"));
	}

	@Test
	void whenTheDatabaseIsNamedThenNoRuleOpensItsPort() {
		URI jdbcUrl = URI.create(this.database.getJdbcUrl().substring("jdbc:".length()));
		URI uri = URI.create("http://127.0.0.1:" + jdbcUrl.getPort() + "/");
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.rules.missingRuleFor(uri))
			.satisfies((fault) -> assertThat(fault.reason().arguments().getFirst())
				.contains("belongs to this console or its database"));
	}

	@Test
	void whenAnActorIsNoEgressAdminThenNothingChanges() {
		Actor editor = TestActors.with("egress-editor", Permission.READ, Permission.FLEET_EDIT);
		Opening opening = new Opening("10.78.0.0/16", 9090, 9090, EgressRule.Scheme.ANY, "");
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.rules.add(editor, opening))
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.FORBIDDEN));
		assertThat(this.rules.list()).extracting(EgressRule::cidr).doesNotContain("10.78.0.0/16");
	}

	@Test
	void whenAProposalIsPartlyThereAlreadyThenNothingOfItIsAdded() {
		Opening first = new Opening("10.79.0.1", 9090, 9090, EgressRule.Scheme.ANY, "");
		Opening second = new Opening("10.79.0.2", 9090, 9090, EgressRule.Scheme.ANY, "");
		this.rules.add(this.admin, second);
		assertThatExceptionOfType(Fault.class)
			.isThrownBy(() -> this.rules.add(this.admin, new Proposal("x", java.util.List.of(first, second))))
			.satisfies((fault) -> assertThat(fault.kind()).isEqualTo(FaultKind.CONFLICT));
		assertThat(this.rules.list()).extracting(EgressRule::cidr).doesNotContain("10.79.0.1/32");
	}

	@Test
	void whenARuleIsWrongThenEveryProblemIsNamedWithItsField() {
		Opening wrong = new Opening("10.0.0.1/8", 9090, 80, EgressRule.Scheme.ANY, "x".repeat(501));
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.rules.add(this.admin, wrong))
			.satisfies((fault) -> assertThat(fault.details()).extracting(Fault.Detail::field)
				.containsExactly("cidr", "ports", "note"));
		Opening metadata = new Opening("169.254.169.254", 80, 80, EgressRule.Scheme.ANY, "");
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.rules.add(this.admin, metadata))
			.satisfies(
					(fault) -> assertThat(fault.details().getFirst().message().key()).isEqualTo("egress.cidr-never"));
	}

	private int audited(String object) {
		return this.jdbc.sql("select count(*) from audit_entries where object_type = 'egress-rule' and object_id = ?")
			.param(object)
			.query(Integer.class)
			.single();
	}

	private static EgressRequest get(URI uri) {
		return new EgressRequest("GET", uri.resolve("/x"), null, new Credentials.None(), null, Duration.ofSeconds(5),
				1000);
	}

}
