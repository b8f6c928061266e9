package io.firekeeper.revisions;

import java.time.Instant;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to one policy. Its version counts its saves, from 1.
 */
@Entity
@Table(name = "change_edits")
class Edit {

	@Id
	private UUID id;

	@ManyToOne
	@JoinColumn(name = "change_id")
	private Change change;

	private String policy;

	private @Nullable String text;

	private int baseNumber;

	private String updatedBy;

	private Instant updatedAt;

	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Edit() {
	}

	Edit(Change change, Draft draft, Actor author, Instant now) {
		this.id = UUID.randomUUID();
		this.change = change;
		this.policy = draft.policy();
		this.text = draft.text();
		this.baseNumber = draft.baseNumber();
		this.updatedBy = author.name();
		this.updatedAt = now;
		this.version = 1;
	}

	void rewrite(@Nullable String text, int baseNumber, Actor author, Instant now) {
		this.text = text;
		this.baseNumber = baseNumber;
		this.updatedBy = author.name();
		this.updatedAt = now;
		this.version++;
	}

	EditKind kind() {
		if (this.text == null) {
			return EditKind.DELETE;
		}
		return (this.baseNumber == 0) ? EditKind.CREATE : EditKind.UPDATE;
	}

	UUID id() {
		return this.id;
	}

	String policy() {
		return this.policy;
	}

	@Nullable String text() {
		return this.text;
	}

	int baseNumber() {
		return this.baseNumber;
	}

	String updatedBy() {
		return this.updatedBy;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

	long version() {
		return this.version;
	}

}
