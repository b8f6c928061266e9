package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.TestActors;
import io.firekeeper.web.FileDiff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

@IntegrationTest
class RevisionsIntegrationTests {

	private static final Actor MARA = TestActors.admin("mara");

	private static final Actor LIU = TestActors.admin("liu");

	@Autowired
	private Drafts drafts;

	@Autowired
	private Submissions submissions;

	@Autowired
	private Reviews reviews;

	@Autowired
	private Revisions revisions;

	@Autowired
	private RevisionLookup lookup;

	@Autowired
	private ChangeLookup changes;

	@Autowired
	private Policies policies;

	@Autowired
	private KnownProofs proofs;

	@Autowired
	private JdbcClient jdbc;

	private TestFleet fleet;

	private String cluster;

	private String team;

	private String policy;

	private UUID clusterId;

	@BeforeEach
	void registerFleet() {
		String unique = UUID.randomUUID().toString().substring(0, 8);
		this.fleet = new TestFleet(this.jdbc);
		this.cluster = "c-" + unique;
		this.team = "t-" + unique;
		this.policy = "p-" + unique;
		this.clusterId = this.fleet.cluster(this.cluster, this.cluster + "-0", this.cluster + "-1");
		this.fleet.team(this.team);
	}

	@Test
	void whenChangeIsApprovedAndBegunThenHeadAndPolicyMove() {
		RevisionSummary revision = submitted(text("15s"), 0);
		assertThat(revision.state()).isEqualTo(RevisionState.AWAITING_APPROVAL);
		assertThat(revision.clusterIds()).containsExactly(this.clusterId);
		assertThat(revision.teams()).containsExactly(this.team);
		RevisionSummary approved = this.reviews.approve(revision.number(), revision.digest(), "", LIU);
		assertThat(approved.state()).isEqualTo(RevisionState.APPROVED);
		assertThat(approved.approvers()).containsExactly("liu");
		assertThat(this.revisions.headOf(this.clusterId)).isEmpty();
		this.revisions.begin(revision.number(), LIU, "");
		assertThat(this.revisions.headOf(this.clusterId)).map(RevisionSummary::number).contains(revision.number());
		assertThat(this.policies.current(this.policy)).map(PolicyVersion::text).contains(text("15s"));
		assertThat(this.revisions.verifiedBundles(revision.number())).extracting(ReplicaBundle::replicaName)
			.containsExactly(this.cluster + "-0", this.cluster + "-1");
		this.revisions.proven(revision.number());
		assertThat(this.revisions.find(revision.number())).map(RevisionSummary::state).contains(RevisionState.PROVEN);
	}

	@Test
	void whenEverythingHappensThenEveryStepIsAudited() {
		RevisionSummary revision = begun(text("15s"), 0);
		this.revisions.proven(revision.number());
		assertThat(this.jdbc.sql("select action from audit_entries where object_id = :id order by seq")
			.param("id", "r" + revision.number())
			.query(String.class)
			.list()).containsExactly("revisions.revision-submitted", "revisions.revision-approved",
					"revisions.revision-begun", "revisions.revision-proven");
	}

	@Test
	void whenAuthorApprovesThenItIsRefused() {
		RevisionSummary revision = submitted(text("15s"), 0);
		assertRefused(FaultKind.FORBIDDEN, "revisions.author-cannot-approve",
				() -> this.reviews.approve(revision.number(), revision.digest(), "", MARA));
	}

	@Test
	void whenSomebodyElseWroteInTheChangeThenNeitherMayApprove() {
		long change = this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text("15s"), 0)), MARA);
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		RevisionSummary revision = submit(change);
		assertRefused(FaultKind.FORBIDDEN, "revisions.author-cannot-approve",
				() -> this.reviews.approve(revision.number(), revision.digest(), "", LIU));
	}

	@Test
	void whenReviewerHasNoRightForTheTeamThenItIsRefused() {
		RevisionSummary revision = submitted(text("15s"), 0);
		Actor stranger = TestActors.inTeam("wang", "another-team", Permission.REVISION_APPROVE);
		assertRefused(FaultKind.FORBIDDEN, "identity.permission-missing",
				() -> this.reviews.approve(revision.number(), revision.digest(), "", stranger));
	}

	@Test
	void whenAnotherDigestWasReviewedThenApprovalIsRefused() {
		RevisionSummary revision = submitted(text("15s"), 0);
		Digest other = new Digest("0".repeat(64));
		assertRefused(FaultKind.CONFLICT, "revisions.digest-differs",
				() -> this.reviews.approve(revision.number(), other, "", LIU));
	}

	@Test
	void whenApprovedChangeIsEditedThenItsRevisionIsWithdrawn() {
		RevisionSummary revision = submitted(text("15s"), 0);
		this.reviews.approve(revision.number(), revision.digest(), "", LIU);
		this.drafts.save(changeOf(revision), new Draft(this.policy, text("20s"), 0), 1, revision.number(), MARA);
		assertThat(this.revisions.find(revision.number())).map(RevisionSummary::state)
			.contains(RevisionState.WITHDRAWN);
		assertThat(this.changes.get(changeOf(revision)).state()).isEqualTo(ChangeState.OPEN);
		assertRefused(FaultKind.CONFLICT, "revisions.revision-is-withdrawn",
				() -> this.revisions.begin(revision.number(), LIU, ""));
	}

	@Test
	void whenASaveDoesNotKnowOfTheRevisionThatItWouldWithdrawThenTheApprovalStands() {
		long change = this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text("15s"), 0)), MARA);
		RevisionSummary revision = submit(change);
		this.reviews.approve(revision.number(), revision.digest(), "", LIU);
		assertRefused(FaultKind.CONFLICT, "revisions.withdraws-unnamed",
				() -> this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, MARA));
		assertRefused(FaultKind.CONFLICT, "revisions.withdraws-unnamed",
				() -> this.drafts.remove(change, this.policy, 1, revision.number() - 1, MARA));
		assertThat(this.revisions.find(revision.number())).map(RevisionSummary::state).contains(RevisionState.APPROVED);
		assertThat(this.changes.get(change).edit(this.policy)).map(ChangeView.EditView::text).contains(text("15s"));
	}

	@ParameterizedTest
	@EnumSource(Decision.class)
	void whenAChangeWasWrittenToSinceItWasReadThenNothingIsDecidedAboutIt(Decision decision) {
		long change = this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text("15s"), 0)), MARA);
		long read = version(change);
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		ChangeView before = this.changes.get(change);
		Fault fault = assertRefused(FaultKind.STALE, "revisions.change-stale", () -> decide(decision, change, read));
		assertThat(fault.details()).extracting(Fault.Detail::message)
			.containsExactly(Message.of("revisions.edit-saved.move", "liu", this.policy));
		assertThat(this.changes.get(change)).isEqualTo(before);
		decide(decision, change, before.version());
	}

	@ParameterizedTest
	@EnumSource(value = Decision.class, names = { "REBASE", "REOPEN", "RENAME", "ABANDON" })
	void whenAChangeWasSubmittedSinceItWasReadThenItsRevisionStands(Decision decision) {
		long change = this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text("15s"), 0)), MARA);
		long read = version(change);
		RevisionSummary revision = submit(change);
		Fault fault = assertRefused(FaultKind.STALE, "revisions.change-stale", () -> decide(decision, change, read));
		assertThat(fault.details()).extracting(Fault.Detail::message)
			.containsExactly(Message.of("revisions.change-submitted.move", "mara", "r" + revision.number()));
		assertThat(this.revisions.find(revision.number())).map(RevisionSummary::state)
			.contains(RevisionState.AWAITING_APPROVAL);
	}

	@Test
	void whenAChangeWasWrittenToThenTheDifferencesToWhatWasReadAreShown() {
		long change = this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text("15s"), 0)), MARA);
		long read = version(change);
		String other = this.policy + "-b";
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		this.drafts.save(change, new Draft(this.policy, text("30s"), 0), 2, null, LIU);
		this.drafts.save(change, new Draft(other, text("10s").replace(this.policy, other), 0), 0, null, LIU);
		assertThat(this.changes.differences(change, read))
			.extracting(FileDiff::path, FileDiff::added, FileDiff::removed)
			.containsExactly(tuple(this.policy, 1, 1), tuple(other, 9, 0));
	}

	private void decide(Decision decision, long change, long version) {
		switch (decision) {
			case SUBMIT -> this.submissions.submit(change, version, MARA);
			case REBASE -> this.drafts.rebase(change, version, MARA);
			case REOPEN -> this.drafts.reopen(change, version, MARA);
			case RENAME -> this.drafts.rename(change, version, "Other", MARA);
			case ABANDON -> this.drafts.abandon(change, version, MARA);
		}
	}

	/** What is decided about a change as a whole. */
	private enum Decision {

		SUBMIT, REBASE, REOPEN, RENAME, ABANDON

	}

	@Test
	void whenAnotherDigestWasReadThenNothingIsDecidedAboutARevision() {
		RevisionSummary revision = submitted(text("15s"), 0);
		Digest other = new Digest("0".repeat(64));
		assertRefused(FaultKind.CONFLICT, "revisions.digest-differs",
				() -> this.reviews.requestChanges(revision.number(), other, "slower", LIU));
		assertRefused(FaultKind.CONFLICT, "revisions.digest-differs",
				() -> this.reviews.withdraw(revision.number(), other, MARA));
		assertRefused(FaultKind.CONFLICT, "revisions.digest-differs",
				() -> this.revisions.returnTo(revision.number(), other, LIU, "it was better"));
		assertThat(this.revisions.find(revision.number())).map(RevisionSummary::state)
			.contains(RevisionState.AWAITING_APPROVAL);
	}

	@Test
	void whenRevisionIsNotApprovedThenItCannotBegin() {
		RevisionSummary revision = submitted(text("15s"), 0);
		assertRefused(FaultKind.CONFLICT, "revisions.revision-is-awaiting-approval",
				() -> this.revisions.begin(revision.number(), LIU, ""));
	}

	@Test
	void whenGlassIsBrokenWithAReasonThenItBeginsWithoutApproval() {
		RevisionSummary revision = submitted(text("15s"), 0);
		Actor operator = TestActors.inTeam("wang", this.team, Permission.ROLLOUT_OPERATE);
		assertRefused(FaultKind.FORBIDDEN, "identity.permission-missing",
				() -> this.revisions.begin(revision.number(), operator, "pages are down"));
		this.revisions.begin(revision.number(), MARA, "pages are down");
		assertThat(this.lookup.get(revision.number()).reason()).isEqualTo("pages are down");
	}

	@Test
	void whenAnotherRevisionBeginsThenTheBaseMoved() {
		proven(text("15s"), 0);
		RevisionSummary first = submitted(text("20s"), 1);
		RevisionSummary second = submitted(text("30s"), 1);
		this.reviews.approve(first.number(), first.digest(), "", LIU);
		this.reviews.approve(second.number(), second.digest(), "", LIU);
		this.revisions.begin(first.number(), LIU, "");
		this.revisions.proven(first.number());
		assertThat(this.lookup.get(second.number()).baseMoved()).isTrue();
		assertRefused(FaultKind.CONFLICT, "revisions.base-moved", () -> this.revisions.begin(second.number(), LIU, ""));
	}

	@Test
	void whenAnotherPolicyOfTheClusterBeginsThenTheBaseMoved() {
		RevisionSummary waiting = submitted(text("15s"), 0);
		String other = this.policy + "-b";
		long change = this.drafts.open("Another job",
				List.of(new Draft(other, text("10s").replace(this.policy, other), 0)), MARA);
		RevisionSummary overtaking = submit(change);
		this.revisions.begin(overtaking.number(), MARA, "first");
		assertThat(this.lookup.get(waiting.number()).baseMoved()).isTrue();
		assertRefused(FaultKind.CONFLICT, "revisions.base-moved",
				() -> this.reviews.approve(waiting.number(), waiting.digest(), "", LIU));
	}

	@Test
	void whenAReplicaIsAddedThenTheBaseMoved() {
		RevisionSummary revision = submitted(text("15s"), 0);
		this.fleet.replica(this.clusterId, this.cluster + "-2");
		assertThat(this.lookup.get(revision.number()).baseMoved()).isTrue();
	}

	@Test
	void whenSomethingUnrelatedMovesThenTheBaseHolds() {
		RevisionSummary revision = submitted(text("15s"), 0);
		this.fleet.relabel(this.clusterId, "{\"env\": \"prod\", \"unused\": \"yes\"}");
		this.fleet.cluster("other-" + this.cluster, "other-" + this.cluster + "-0");
		assertThat(this.lookup.get(revision.number()).baseMoved()).isFalse();
	}

	@Test
	void whenRebasedThenBothEditsAreInTheNewRevision() {
		proven(text("15s"), 0);
		RevisionSummary first = submitted(text("15s").replace("9100", "9101"), 1);
		RevisionSummary second = submitted(text("30s"), 1);
		this.revisions.begin(first.number(), MARA, "first");
		this.revisions.proven(first.number());
		rebase(changeOf(second));
		RevisionSummary rebased = submit(changeOf(second));
		String rendered = this.revisions.bundles(rebased.number()).getFirst().bundle().files().get(Bundle.MAIN_FILE);
		assertThat(rendered).contains("30s").contains("9101");
		assertThat(this.revisions.find(second.number())).map(RevisionSummary::state).contains(RevisionState.WITHDRAWN);
	}

	@Test
	void whenRebaseConflictsThenSubmittingSaysWhichPolicyMoved() {
		proven(text("15s"), 0);
		long change = this.drafts.open("Slower", List.of(new Draft(this.policy, text("30s"), 1)), MARA);
		proven(text("20s"), 1);
		rebase(change);
		assertRefused(FaultKind.CONFLICT, "revisions.policy-moved", () -> submit(change));
		StaleEdit.Sides sides = this.drafts.rebasing(change, this.policy);
		assertThat(sides.base()).isEqualTo(text("15s"));
		assertThat(sides.theirs()).isEqualTo(text("20s"));
		assertThat(sides.mine()).isEqualTo(text("30s"));
	}

	@Test
	void whenRolledBackThenHeadAndPolicyAreWhatTheyWere() {
		RevisionSummary first = proven(text("15s"), 0);
		RevisionSummary second = begun(text("20s"), 1);
		assertThat(this.policies.current(this.policy)).map(PolicyVersion::number).contains(2);
		this.revisions.rolledBack(second.number(), "targets went down");
		assertThat(this.policies.current(this.policy)).map(PolicyVersion::number).contains(1);
		assertThat(this.revisions.headOf(this.clusterId)).map(RevisionSummary::number).contains(first.number());
		assertThat(headFile(this.cluster + "-0")).contains("15s");
	}

	@Test
	void whenFirstRevisionIsRolledBackThenThereIsNoHeadAndNoPolicy() {
		RevisionSummary revision = begun(text("15s"), 0);
		this.revisions.rolledBack(revision.number(), "the reload failed");
		assertThat(this.revisions.headOf(this.clusterId)).isEmpty();
		assertThat(this.policies.current(this.policy)).isEmpty();
		assertThat(this.revisions.headBundle(this.fleet.id(this.cluster + "-0"))).isEmpty();
	}

	@Test
	void whenClusterIsRollingOutThenNoOtherRevisionBegins() {
		begun(text("15s"), 0);
		RevisionSummary next = submitted(text("20s"), 1);
		this.reviews.approve(next.number(), next.digest(), "", LIU);
		assertRefused(FaultKind.CONFLICT, "revisions.revision-is-rolling-out",
				() -> this.revisions.begin(next.number(), LIU, ""));
	}

	@Test
	void whenStoredFilesAreTamperedWithThenNothingIsDelivered() {
		RevisionSummary revision = begun(text("15s"), 0);
		replaceInStoredFiles(revision, "15s", "16s");
		assertRefused(FaultKind.CONFLICT, "revisions.stored-files-changed",
				() -> this.revisions.verifiedBundles(revision.number()));
		replaceInStoredFiles(revision, "16s", "15s");
		assertThat(this.revisions.verifiedBundles(revision.number())).hasSize(2);
	}

	@Test
	void whenAnotherBundleIsPutUnderAReplicaThenNothingIsDelivered() {
		RevisionSummary revision = begun(text("15s"), 0);
		this.jdbc.sql("update revision_replicas set digest = digest_before where revision_number = :number")
			.param("number", revision.number())
			.update();
		assertRefused(FaultKind.CONFLICT, "revisions.digest-differs",
				() -> this.revisions.verifiedBundles(revision.number()));
	}

	@Test
	void whenReplicaIsNewThenItGetsWhatIsCurrent() {
		proven(text("15s"), 0);
		UUID fresh = this.fleet.replica(this.clusterId, this.cluster + "-9");
		assertThat(this.revisions.headBundle(fresh)).get()
			.extracting((bundle) -> bundle.bundle().files().get(Bundle.MAIN_FILE))
			.asString()
			.contains("15s");
	}

	@Test
	void whenNothingWouldChangeThenSubmittingIsRefused() {
		proven(text("15s"), 0);
		long change = this.drafts.open("Nothing", List.of(new Draft(this.policy, text("15s") + "# said\n", 1)), MARA);
		assertRefused(FaultKind.CONFLICT, "revisions.nothing-would-change", () -> submit(change));
		assertThat(this.changes.get(change).state()).isEqualTo(ChangeState.OPEN);
	}

	@Test
	void whenTextIsWrongThenItIsSavedAndNotSubmitted() {
		long change = this.drafts.open("Wrong",
				List.of(new Draft(this.policy, text("15s").replace("scrape_interval", "scrape_intervall"), 0)), MARA);
		Fault fault = assertRefused(FaultKind.INVALID, "revisions.submit-blocked", () -> submit(change));
		assertThat(fault.details()).anySatisfy((detail) -> {
			assertThat(detail.field()).isEqualTo(this.policy);
			assertThat(detail.line()).isEqualTo(7);
		});
	}

	@Test
	void whenTeamMayNotTargetTheClusterThenSubmittingIsRefused() {
		String narrow = this.team + "-narrow";
		this.fleet.team(narrow, "env", "dev");
		long change = this.drafts.open("Too far",
				List.of(new Draft(this.policy, text("15s").replace(this.team, narrow), 0)), MARA);
		assertRefused(FaultKind.FORBIDDEN, "revisions.clusters-not-allowed", () -> submit(change));
	}

	@Test
	void whenEditorOfAnotherTeamWritesThenItIsRefused() {
		Actor stranger = TestActors.inTeam("wang", "another-team", Permission.CHANGE_EDIT);
		assertRefused(FaultKind.FORBIDDEN, "identity.permission-missing",
				() -> this.drafts.open("Mine", List.of(new Draft(this.policy, text("15s"), 0)), stranger));
	}

	@Test
	void whenSaveComesLateThenItIsRefusedWithAllThreeTexts() {
		long change = this.drafts.open("Two", List.of(new Draft(this.policy, text("15s"), 0)), MARA);
		this.drafts.save(change, new Draft(this.policy, text("20s"), 0), 1, null, LIU);
		StaleEdit stale = catchThrowableOfType(StaleEdit.class,
				() -> this.drafts.save(change, new Draft(this.policy, text("30s"), 0), 1, null, MARA));
		assertThat(stale.kind()).isEqualTo(FaultKind.STALE);
		assertThat(stale.sides().base()).isEqualTo(text("15s"));
		assertThat(stale.sides().theirs()).isEqualTo(text("20s"));
		assertThat(stale.sides().mine()).isEqualTo(text("30s"));
		assertThat(stale.sides().theirName()).isEqualTo("liu");
		assertThat(this.changes.get(change).edit(this.policy)).map(ChangeView.EditView::text).contains(text("20s"));
	}

	@Test
	void whenTextHasCarriageReturnsAndAByteOrderMarkThenTheySurvive() {
		String odd = "\uFEFF" + text("15s").replace("\n", "\r\n");
		proven(odd, 0);
		assertThat(this.policies.current(this.policy)).map(PolicyVersion::text).contains(odd);
	}

	@Test
	void whenTextIsTenMegabytesThenItIsRefusedInWords() {
		assertRefused(FaultKind.INVALID, "revisions.text-too-large",
				() -> this.drafts.open("Big", List.of(new Draft(this.policy, "#".repeat(10_000_000), 0)), MARA));
	}

	@Test
	void whenTextHoldsNulThenItIsRefusedInWords() {
		assertRefused(FaultKind.INVALID, "revisions.text-not-unicode",
				() -> this.drafts.open("NUL", List.of(new Draft(this.policy, "a\0b", 0)), MARA));
	}

	@Test
	void whenTwoApproveAtOnceThenOneDoesAndTheOtherIsTold() throws Exception {
		RevisionSummary revision = submitted(text("15s"), 0);
		List<Future<Object>> answers = atOnce(() -> this.reviews.approve(revision.number(), revision.digest(), "", LIU),
				() -> this.reviews.approve(revision.number(), revision.digest(), "", TestActors.admin("wang")));
		List<String> refusals = refusals(answers);
		assertThat(refusals).containsExactly("revisions.revision-is-approved");
		assertThat(this.lookup.get(revision.number()).approvals()).isEqualTo(1);
	}

	@Test
	void whenTwoBeginAtOnceThenOneDoes() throws Exception {
		RevisionSummary first = submitted(text("15s"), 0);
		RevisionSummary second = submitted(text("20s"), 0);
		List<Future<Object>> answers = atOnce(() -> {
			this.revisions.begin(first.number(), MARA, "now");
			return first;
		}, () -> {
			this.revisions.begin(second.number(), MARA, "now");
			return second;
		});
		assertThat(refusals(answers)).hasSize(1);
		assertThat(this.revisions.headOf(this.clusterId)).isPresent();
	}

	@Test
	void whenReturningThenProvenFilesComeBackWithoutApproval() {
		RevisionSummary first = proven(text("15s"), 0);
		proven(text("20s"), 1);
		RevisionSummary back = this.revisions.returnTo(first.number(), first.digest(), LIU, "it was better");
		assertThat(back.state()).isEqualTo(RevisionState.APPROVED);
		assertThat(back.digest()).isEqualTo(first.digest());
		this.revisions.begin(back.number(), LIU, "");
		assertThat(this.policies.current(this.policy)).map(PolicyVersion::number).contains(1);
		assertThat(this.revisions.verifiedBundles(back.number()).getFirst().bundle().files().get(Bundle.MAIN_FILE))
			.contains("15s");
	}

	@Test
	void whenReturnWouldBringFilesThatWereNeverProvenThenItIsRefused() {
		RevisionSummary first = proven(text("15s"), 0);
		proven(text("20s"), 1);
		this.fleet.replica(this.clusterId, this.cluster + "-2");
		assertRefused(FaultKind.CONFLICT, "revisions.never-proven",
				() -> this.revisions.returnTo(first.number(), first.digest(), LIU, "it was better"));
	}

	@Test
	void whenPolicyIsDeletedAndComesBackThenBothAreDelivered() {
		proven(text("15s"), 0);
		long deletion = this.drafts.open("Away with it", List.of(new Draft(this.policy, null, 1)), MARA);
		RevisionSummary deleted = submit(deletion);
		assertThat(this.lookup.get(deleted.number()).risk())
			.contains(Message.of("revisions.risk.jobs-removed", this.policy, 2));
		this.revisions.begin(deleted.number(), MARA, "now");
		this.revisions.verifiedBundles(deleted.number());
		this.revisions.proven(deleted.number());
		assertThat(this.policies.current(this.policy)).isEmpty();
		proven(text("20s"), 0);
		assertThat(this.policies.current(this.policy)).map(PolicyVersion::text).contains(text("20s"));
	}

	@Test
	void whenReviewerLosesTheAccountThenTheApprovalNoLongerCounts() {
		RevisionSummary revision = submitted(text("15s"), 0);
		Actor leaver = TestActors.admin("leaver-" + this.policy);
		this.reviews.approve(revision.number(), revision.digest(), "", leaver);
		this.jdbc.sql("""
				insert into access_users (id, name, display_name, password_hash, disabled, created_at, version)
				values (:id, :name, :name, '', true, now(), 0)
				""").param("id", leaver.id()).param("name", leaver.name()).update();
		assertRefused(FaultKind.CONFLICT, "revisions.approvals-lost",
				() -> this.revisions.begin(revision.number(), LIU, ""));
	}

	@Test
	void whenRolledBackChangeIsReopenedThenItCanBeSubmittedAgain() {
		RevisionSummary revision = begun(text("15s"), 0);
		this.revisions.rolledBack(revision.number(), "the reload failed");
		this.drafts.reopen(changeOf(revision), version(changeOf(revision)), MARA);
		RevisionSummary again = submit(changeOf(revision));
		assertThat(again.digest()).isEqualTo(revision.digest());
		assertThat(this.revisions.find(revision.number())).map(RevisionSummary::state)
			.contains(RevisionState.ROLLED_BACK);
	}

	@Test
	void whenRevisionIsBeingDeliveredThenItsChangeCannotBeEdited() {
		RevisionSummary revision = begun(text("15s"), 0);
		assertRefused(FaultKind.CONFLICT, "revisions.revision-is-rolling-out",
				() -> this.drafts.save(changeOf(revision), new Draft(this.policy, text("20s"), 0), 1, null, MARA));
	}

	@Test
	void whenDiffIsGroupedThenTheSameChangeStandsOnce() {
		proven(text("15s"), 0);
		RevisionSummary revision = submitted(text("20s"), 1);
		assertThat(this.lookup.rendered(revision.number())).singleElement().satisfies((group) -> {
			assertThat(group.file().path()).isEqualTo(Bundle.MAIN_FILE);
			assertThat(group.file().added()).isEqualTo(1);
			assertThat(group.file().removed()).isEqualTo(1);
			assertThat(group.replicas()).containsExactly(this.cluster + "-0", this.cluster + "-1");
		});
		assertThat(this.lookup.get(revision.number()).risk()).contains(
				Message.of("revisions.risk.reach", 2, 1, this.cluster),
				Message.of("revisions.risk.setting-changed", this.policy + " scrape_interval", "15s", "20s", 2));
	}

	private void replaceInStoredFiles(RevisionSummary revision, String old, String now) {
		this.jdbc.sql("""
				update revision_bundles set files = cast(replace(cast(files as text), :old, :now) as json)
				where digest in (select digest from revision_replicas where revision_number = :number)
				""").param("number", revision.number()).param("old", old).param("now", now).update();
	}

	private RevisionSummary submit(long change) {
		return this.submissions.submit(change, version(change), MARA);
	}

	private void rebase(long change) {
		this.drafts.rebase(change, version(change), MARA);
	}

	private long version(long change) {
		return this.changes.get(change).version();
	}

	private RevisionSummary submitted(String text, int base) {
		long change = this.drafts.open("Scrape the nodes", List.of(new Draft(this.policy, text, base)), MARA);
		return submit(change);
	}

	private RevisionSummary begun(String text, int base) {
		RevisionSummary revision = submitted(text, base);
		this.reviews.approve(revision.number(), revision.digest(), "", LIU);
		this.revisions.begin(revision.number(), LIU, "");
		return revision;
	}

	private RevisionSummary proven(String text, int base) {
		RevisionSummary revision = begun(text, base);
		this.revisions.bundles(revision.number())
			.forEach((bundle) -> this.proofs.add(bundle.replicaId(), bundle.bundle().digest()));
		this.revisions.proven(revision.number());
		return revision;
	}

	private String headFile(String replica) {
		Map<String, String> files = this.revisions.headBundle(this.fleet.id(replica)).orElseThrow().bundle().files();
		return files.getOrDefault(Bundle.MAIN_FILE, "");
	}

	private static long changeOf(RevisionSummary revision) {
		Long change = revision.changeNumber();
		assertThat(change).isNotNull();
		return (change != null) ? change : 0;
	}

	private String text(String interval) {
		return """
				kind: ScrapeJobs
				name: %s
				team: %s
				clusters: {matchLabels: {cluster: %s}}
				spec:
				  - job_name: %s
				    scrape_interval: %s
				    static_configs:
				      - targets: ['127.0.0.1:9100']
				""".formatted(this.policy, this.team, this.cluster, this.policy, interval);
	}

	private static Fault assertRefused(FaultKind kind, String key, Runnable action) {
		Fault fault = catchThrowableOfType(Fault.class, action::run);
		assertThat(fault).as("refused with " + key).isNotNull();
		assertThat(fault.reason().key()).isEqualTo(key);
		assertThat(fault.kind()).isEqualTo(kind);
		return fault;
	}

	private static List<Future<Object>> atOnce(Callable<Object> one, Callable<Object> two) throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
			List<Future<Object>> answers = new ArrayList<>();
			for (Callable<Object> action : List.of(one, two)) {
				answers.add(executor.submit(() -> {
					start.await();
					return action.call();
				}));
			}
			start.countDown();
			return answers;
		}
	}

	private static List<String> refusals(List<Future<Object>> answers) throws InterruptedException {
		List<String> refusals = new ArrayList<>();
		for (Future<Object> answer : answers) {
			try {
				answer.get();
			}
			catch (ExecutionException ex) {
				assertThat(ex.getCause()).isInstanceOf(Fault.class);
				refusals.add(((Fault) ex.getCause()).reason().key());
			}
		}
		return refusals;
	}

}
