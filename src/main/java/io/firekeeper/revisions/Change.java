package io.firekeeper.revisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.faults.Fault;
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
import org.jspecify.annotations.Nullable;

/**
 * A draft: edits of several policies that go out together.
 */
@Entity
@Table(name = "changes")
class Change {

	@Id
	private UUID id;

	private long number;

	private String title;

	private UUID authorId;

	private String author;

	@Enumerated(EnumType.STRING)
	private ChangeState state;

	private Instant createdAt;

	private Instant updatedAt;

	@Version
	private @Nullable Long version;

	@ElementCollection
	@CollectionTable(name = "change_contributors", joinColumns = @JoinColumn(name = "change_id"))
	@Column(name = "person_id")
	private Set<UUID> contributors = new HashSet<>();

	@OneToMany(mappedBy = "change", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("policy")
	private List<Edit> edits = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected Change() {
	}

	Change(long number, String title, Actor author, Instant now) {
		this.id = UUID.randomUUID();
		this.number = number;
		this.title = requireTitle(title);
		this.authorId = author.id();
		this.author = author.name();
		this.state = ChangeState.OPEN;
		this.createdAt = now;
		this.updatedAt = now;
		this.contributors.add(author.id());
	}

	Edit add(Draft draft, Actor author, Instant now) {
		touch(author, now);
		Edit edit = new Edit(this, draft, author, now);
		this.edits.add(edit);
		return edit;
	}

	void rewrite(Edit edit, @Nullable String text, int baseNumber, Actor author, Instant now) {
		touch(author, now);
		edit.rewrite(text, baseNumber, author, now);
	}

	void remove(Edit edit, Actor author, Instant now) {
		touch(author, now);
		this.edits.remove(edit);
	}

	void rename(String title, Actor author, Instant now) {
		touch(author, now);
		this.title = requireTitle(title);
	}

	void submit(Instant now) {
		require(ChangeState.OPEN);
		this.state = ChangeState.SUBMITTED;
		this.updatedAt = now;
	}

	/** Back to editing, after its revision was withdrawn or rolled back. */
	void reopen(Instant now) {
		require(ChangeState.SUBMITTED);
		this.state = ChangeState.OPEN;
		this.updatedAt = now;
	}

	void abandon(Instant now) {
		require(ChangeState.OPEN);
		this.state = ChangeState.ABANDONED;
		this.updatedAt = now;
	}

	Optional<Edit> edit(String policy) {
		return this.edits.stream().filter((edit) -> edit.policy().equals(policy)).findFirst();
	}

	private void touch(Actor author, Instant now) {
		require(ChangeState.OPEN);
		this.contributors.add(author.id());
		this.updatedAt = now;
	}

	private void require(ChangeState expected) {
		if (this.state != expected) {
			throw Fault.conflict("revisions.change-is-" + this.state.name().toLowerCase(Locale.ROOT), this.number);
		}
	}

	private static String requireTitle(String title) {
		if (title.isBlank() || title.length() > 200) {
			throw Fault.invalid("revisions.title-invalid");
		}
		return title.strip();
	}

	UUID id() {
		return this.id;
	}

	long number() {
		return this.number;
	}

	String title() {
		return this.title;
	}

	UUID authorId() {
		return this.authorId;
	}

	String author() {
		return this.author;
	}

	ChangeState state() {
		return this.state;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	Set<UUID> contributors() {
		return Set.copyOf(this.contributors);
	}

	List<Edit> edits() {
		return List.copyOf(this.edits);
	}

}
