package io.firekeeper.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private static final Actor MARA = TestActors.admin("mara");

	private static final Actor LIU = TestActors.admin("liu");

	private static final Actor WANG = TestActors.admin("wang");

	private static final Digest DIGEST = new Digest("a".repeat(64));

	private final Revision revision = Revision.of(12, new Change(7, "Faster", MARA, NOW), MARA,
			new Revision.Contents(DIGEST, "stamp", Set.of("platform"), Set.of(new UUID(0, 1)), List.of()), NOW);

	@Test
	void whenTwoApprovalsAreRequiredThenOneIsNotEnough() {
		this.revision.approve(LIU, DIGEST, "", 2, NOW);
		assertThat(this.revision.state()).isEqualTo(RevisionState.AWAITING_APPROVAL);
		this.revision.approve(WANG, DIGEST, "", 2, NOW);
		assertThat(this.revision.state()).isEqualTo(RevisionState.APPROVED);
		assertThat(this.revision.summary().approvers()).containsExactly("liu", "wang");
	}

	@Test
	void whenTheSamePersonApprovesTwiceThenItCountsOnce() {
		this.revision.approve(LIU, DIGEST, "", 2, NOW);
		assertRefused("revisions.already-approved-by-you", () -> this.revision.approve(LIU, DIGEST, "", 2, NOW));
		assertThat(this.revision.approvals()).isEqualTo(1);
	}

	@Test
	void whenTheAuthorActsByTokenThenItIsStillTheAuthor() {
		Actor token = new Actor(Actor.Type.TOKEN, MARA.id(), "mara/ci", MARA.grants(), "");
		assertRefused("revisions.author-cannot-approve", () -> this.revision.approve(token, DIGEST, "", 1, NOW));
	}

	@Test
	void whenChangesAreRequestedAfterApprovalThenItCannotBegin() {
		this.revision.approve(LIU, DIGEST, "", 1, NOW);
		this.revision.requestChanges(WANG, this.revision.digest(), "the timeout is too short", NOW);
		assertThat(this.revision.state()).isEqualTo(RevisionState.CHANGES_REQUESTED);
		assertRefused("revisions.revision-is-changes-requested", () -> this.revision.begin(1));
	}

	@Test
	void whenItIsBegunThenApprovingAndWithdrawingAreOver() {
		this.revision.approve(LIU, DIGEST, "", 1, NOW);
		this.revision.begin(1);
		assertRefused("revisions.revision-is-rolling-out", () -> this.revision.approve(WANG, DIGEST, "", 1, NOW));
		assertRefused("revisions.revision-is-rolling-out", this.revision::withdraw);
		assertRefused("revisions.revision-is-rolling-out", () -> this.revision.begin(2));
	}

	@Test
	void whenItIsProvenThenItCannotBeRolledBackAnyMore() {
		this.revision.approve(LIU, DIGEST, "", 1, NOW);
		this.revision.begin(1);
		this.revision.proven();
		assertRefused("revisions.revision-is-proven", () -> this.revision.rolledBack("late"));
	}

	@Test
	void whenItIsApprovedThenItIsNotProven() {
		this.revision.approve(LIU, DIGEST, "", 1, NOW);
		assertRefused("revisions.revision-is-approved", this.revision::proven);
	}

	private static void assertRefused(String key, Runnable action) {
		assertThatExceptionOfType(Fault.class).isThrownBy(action::run)
			.satisfies((fault) -> assertThat(fault.reason().key()).isEqualTo(key));
	}

}
