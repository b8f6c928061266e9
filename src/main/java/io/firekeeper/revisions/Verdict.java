package io.firekeeper.revisions;

import java.time.Instant;
import java.util.UUID;

import io.firekeeper.configuration.Digest;
import io.firekeeper.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A reviewer's yes or no, bound to the digest that was reviewed.
 */
@Entity
@Table(name = "revision_verdicts")
class Verdict {

	@Id
	private UUID id;

	@ManyToOne
	@JoinColumn(name = "revision_id")
	private Revision revision;

	private UUID reviewerId;

	private String reviewer;

	@Enumerated(EnumType.STRING)
	private VerdictKind kind;

	private String digest;

	private String comment;

	private Instant givenAt;

	@SuppressWarnings("NullAway.Init")
	protected Verdict() {
	}

	Verdict(Revision revision, VerdictKind kind, Actor reviewer, String comment, Instant now) {
		this.id = UUID.randomUUID();
		this.revision = revision;
		this.reviewerId = reviewer.id();
		this.reviewer = reviewer.name();
		this.kind = kind;
		this.digest = revision.digest().hex();
		this.comment = comment;
		this.givenAt = now;
	}

	boolean approves(Digest digest) {
		return this.kind == VerdictKind.APPROVED && this.digest.equals(digest.hex());
	}

	boolean by(Actor actor) {
		return actor.samePersonAs(this.reviewerId);
	}

	UUID reviewerId() {
		return this.reviewerId;
	}

	String reviewer() {
		return this.reviewer;
	}

	VerdictKind kind() {
		return this.kind;
	}

	String comment() {
		return this.comment;
	}

	Instant givenAt() {
		return this.givenAt;
	}

}
