package io.firekeeper.revisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A submitted change, frozen. Only its state and its verdicts move, through the methods
 * here.
 */
@Entity
@Table(name = "revisions")
class Revision {

	private static final Set<RevisionState> PENDING = EnumSet.of(RevisionState.AWAITING_APPROVAL,
			RevisionState.CHANGES_REQUESTED, RevisionState.APPROVED);

	@Id
	private UUID id;

	private long number;

	private @Nullable Long changeNumber;

	private String title;

	private UUID authorId;

	private String author;

	@Enumerated(EnumType.STRING)
	private RevisionState state;

	private String digest;

	private String stamp;

	private @Nullable Long returnsTo;

	private @Nullable String reason;

	private Instant createdAt;

	private @Nullable Long beginNumber;

	@Version
	private @Nullable Long version;

	@ElementCollection
	@CollectionTable(name = "revision_authors", joinColumns = @JoinColumn(name = "revision_id"))
	@Column(name = "person_id")
	@BatchSize(size = 100)
	private Set<UUID> authors = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "revision_teams", joinColumns = @JoinColumn(name = "revision_id"))
	@Column(name = "team")
	@BatchSize(size = 100)
	private Set<String> teams = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "revision_clusters", joinColumns = @JoinColumn(name = "revision_id"))
	@Column(name = "cluster_id")
	@BatchSize(size = 100)
	private Set<UUID> clusters = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "revision_policies", joinColumns = @JoinColumn(name = "revision_id"))
	private Set<PolicyStep> policies = new HashSet<>();

	@OneToMany(mappedBy = "revision", cascade = CascadeType.ALL)
	@OrderBy("givenAt")
	@BatchSize(size = 100)
	private List<Verdict> verdicts = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Revision() {
	}

	private Revision(long number, String title, Actor author, Contents contents, Instant now) {
		this.id = UUID.randomUUID();
		this.number = number;
		this.title = title;
		this.authorId = author.id();
		this.author = author.name();
		this.state = RevisionState.AWAITING_APPROVAL;
		this.digest = contents.digest().hex();
		this.stamp = contents.stamp();
		this.createdAt = now;
		this.authors.add(author.id());
		this.teams.addAll(contents.teams());
		this.clusters.addAll(contents.clusters());
		this.policies.addAll(contents.policies());
	}

	/** Freezes a change. Everybody who wrote in it counts as an author. */
	static Revision of(long number, Change change, Actor author, Contents contents, Instant now) {
		Revision revision = new Revision(number, change.title(), author, contents, now);
		revision.changeNumber = change.number();
		revision.authors.addAll(change.contributors());
		return revision;
	}

	/** A way back to an earlier revision, which needs no new approval. */
	static Revision returning(long number, Revision target, Actor author, Contents contents, String reason,
			Instant now) {
		Revision revision = new Revision(number, target.title, author, contents, now);
		revision.returnsTo = target.number;
		revision.reason = reason;
		revision.state = RevisionState.APPROVED;
		return revision;
	}

	void approve(Actor reviewer, Digest reviewed, String comment, int required, Instant now) {
		require(RevisionState.AWAITING_APPROVAL);
		requireReviewer(reviewer);
		requireRead(reviewed);
		if (this.verdicts.stream().anyMatch((verdict) -> verdict.by(reviewer) && verdict.approves(reviewed))) {
			throw Fault.conflict("revisions.already-approved-by-you", name());
		}
		this.verdicts.add(new Verdict(this, VerdictKind.APPROVED, reviewer, comment, now));
		if (approvals() >= required) {
			this.state = RevisionState.APPROVED;
		}
	}

	void requestChanges(Actor reviewer, Digest reviewed, String comment, Instant now) {
		require(EnumSet.of(RevisionState.AWAITING_APPROVAL, RevisionState.APPROVED));
		requireReviewer(reviewer);
		requireRead(reviewed);
		if (comment.isBlank()) {
			throw Fault.invalid("revisions.comment-required");
		}
		this.verdicts.add(new Verdict(this, VerdictKind.CHANGES_REQUESTED, reviewer, comment.strip(), now));
		this.state = RevisionState.CHANGES_REQUESTED;
	}

	void withdraw() {
		requirePending();
		this.state = RevisionState.WITHDRAWN;
	}

	void begin(long beginNumber) {
		require(RevisionState.APPROVED);
		this.state = RevisionState.ROLLING_OUT;
		this.beginNumber = beginNumber;
	}

	/** Begins without the approvals that are missing. */
	void breakGlass(long beginNumber, String reason) {
		requirePending();
		this.state = RevisionState.ROLLING_OUT;
		this.beginNumber = beginNumber;
		this.reason = reason;
	}

	void proven() {
		require(RevisionState.ROLLING_OUT);
		this.state = RevisionState.PROVEN;
	}

	void rolledBack(String reason) {
		require(RevisionState.ROLLING_OUT);
		this.state = RevisionState.ROLLED_BACK;
		this.reason = reason;
	}

	/** How many people approved exactly this digest. */
	int approvals() {
		return (int) this.verdicts.stream().filter((verdict) -> verdict.approves(digest())).count();
	}

	/**
	 * Refuses what was decided on other files than its own.
	 * @throws Fault CONFLICT
	 */
	void requireRead(Digest read) {
		if (!read.equals(digest())) {
			throw Fault.conflict("revisions.digest-differs", name(), read.brief(), digest().brief());
		}
	}

	private void requireReviewer(Actor reviewer) {
		if (writtenBy(reviewer)) {
			throw Fault.forbidden("revisions.author-cannot-approve", name());
		}
	}

	/**
	 * Refuses what is still being delivered.
	 * @throws Fault CONFLICT
	 */
	void requireSettled() {
		require(EnumSet.complementOf(EnumSet.of(RevisionState.ROLLING_OUT)));
	}

	/**
	 * Refuses what is not being delivered.
	 * @throws Fault CONFLICT
	 */
	void requireBegun() {
		require(RevisionState.ROLLING_OUT);
	}

	/**
	 * Refuses what was never proven.
	 * @throws Fault CONFLICT
	 */
	void requireProven() {
		require(RevisionState.PROVEN);
	}

	private void require(RevisionState allowed) {
		require(EnumSet.of(allowed));
	}

	private void require(Set<RevisionState> allowed) {
		if (!allowed.contains(this.state)) {
			throw new Fault(FaultKind.CONFLICT, ReviewChoices.sentence(this.state, name()));
		}
	}

	boolean writtenBy(Actor actor) {
		return this.authors.stream().anyMatch(actor::samePersonAs);
	}

	/** Everybody who wrote in it. */
	Set<UUID> authors() {
		return Set.copyOf(this.authors);
	}

	/** Whether it may still be begun or withdrawn. */
	boolean isPending() {
		return PENDING.contains(this.state);
	}

	/**
	 * Refuses what was begun or withdrawn already.
	 * @throws Fault CONFLICT
	 */
	void requirePending() {
		require(PENDING);
	}

	RevisionSummary summary() {
		List<String> approvers = this.verdicts.stream()
			.filter((verdict) -> verdict.approves(digest()))
			.map(Verdict::reviewer)
			.toList();
		return new RevisionSummary(this.number, this.title, this.author, this.authorId, approvers, this.state, digest(),
				Set.copyOf(this.clusters), teams(), this.createdAt, this.changeNumber);
	}

	/** The versions that are current before it begins. */
	Map<UUID, Integer> baseNumbers() {
		return numbers(PolicyStep::baseNumber);
	}

	/** The versions that are current once it began. */
	Map<UUID, Integer> numbers() {
		return numbers(PolicyStep::number);
	}

	private Map<UUID, Integer> numbers(ToIntFunction<PolicyStep> number) {
		return this.policies.stream().collect(Collectors.toMap(PolicyStep::policyId, number::applyAsInt));
	}

	String name() {
		return "r" + this.number;
	}

	long number() {
		return this.number;
	}

	Digest digest() {
		return new Digest(this.digest);
	}

	String stamp() {
		return this.stamp;
	}

	RevisionState state() {
		return this.state;
	}

	Set<String> teams() {
		return new TreeSet<>(this.teams);
	}

	Set<UUID> clusters() {
		return new TreeSet<>(this.clusters);
	}

	Set<PolicyStep> policies() {
		return Set.copyOf(this.policies);
	}

	List<Verdict> verdicts() {
		return List.copyOf(this.verdicts);
	}

	@Nullable Long changeNumber() {
		return this.changeNumber;
	}

	@Nullable Long returnsTo() {
		return this.returnsTo;
	}

	@Nullable String reason() {
		return this.reason;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	/**
	 * What is frozen with a revision.
	 *
	 * @param digest over the bundles of all replicas it changes
	 * @param stamp of everything it was compiled from
	 * @param teams the owners of its policies
	 * @param clusters the clusters of those replicas
	 * @param policies how it moves policies
	 */
	record Contents(Digest digest, String stamp, Set<String> teams, Set<UUID> clusters, List<PolicyStep> policies) {
	}

}
