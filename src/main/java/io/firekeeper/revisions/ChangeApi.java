package io.firekeeper.revisions;

import java.net.URI;
import java.util.List;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes in the REST API.
 */
@RestController
@RequestMapping("/api/v1/changes")
class ChangeApi {

	private final Drafts drafts;

	private final ChangeLookup lookup;

	private final Submissions submissions;

	private final RemarkTexts remarks;

	ChangeApi(Drafts drafts, ChangeLookup lookup, Submissions submissions, RemarkTexts remarks) {
		this.drafts = drafts;
		this.lookup = lookup;
		this.submissions = submissions;
		this.remarks = remarks;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<ChangeView> list(@RequestParam(defaultValue = "OPEN,SUBMITTED") List<ChangeState> state,
			@RequestParam(defaultValue = "false") boolean mine, Actor actor) {
		return this.lookup.list(state, mine ? actor.id() : null);
	}

	@PostMapping
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<ChangeView> open(@RequestBody NewChange change, Actor actor) {
		long number = this.drafts.open(change.title(), change.drafts(), actor);
		ChangeView view = this.lookup.get(number);
		return ResponseEntity.created(URI.create("/api/v1/changes/" + number))
			.eTag(ETags.of(view.version()))
			.body(view);
	}

	@GetMapping("/{number}")
	@Requires(Permission.READ)
	ResponseEntity<ChangeView> get(@PathVariable long number) {
		ChangeView view = this.lookup.get(number);
		return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
	}

	/** What it would do if it were submitted now. */
	@GetMapping("/{number}/preview")
	@Requires(Permission.READ)
	PreviewDocument preview(@PathVariable long number) {
		return PreviewDocument.of(this.lookup.preview(number), this.remarks);
	}

	/**
	 * Adds or rewrites an edit. {@code If-Match} holds the edit's version, {@code "0"}
	 * for an edit that is new in this change.
	 */
	@PutMapping("/{number}/edits/{policy}")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<ChangeView.EditView> save(@PathVariable long number, @PathVariable String policy,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody EditText edit, Actor actor) {
		ChangeView.EditView saved = this.drafts
			.save(number, edit.draft(policy), ETags.require(ifMatch), edit.withdraws(), actor)
			.edit();
		return ResponseEntity.ok().eTag(ETags.of(saved.version())).body(saved);
	}

	/** Takes an edit out. {@code If-Match} holds the edit's version. */
	@DeleteMapping("/{number}/edits/{policy}")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<Void> remove(@PathVariable long number, @PathVariable String policy,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestParam(required = false) @Nullable Long withdraws, Actor actor) {
		this.drafts.remove(number, policy, ETags.require(ifMatch), withdraws, actor);
		return ResponseEntity.noContent().build();
	}

	/** Freezes it. {@code If-Match} holds the version of the change that was read. */
	@PostMapping("/{number}/submit")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<RevisionSummary> submit(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		RevisionSummary revision = this.submissions.submit(number, ETags.require(ifMatch), actor);
		return ResponseEntity.created(URI.create("/api/v1/revisions/" + revision.number())).body(revision);
	}

	/** Takes over what became current since the edits began. */
	@PostMapping("/{number}/rebase")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<ChangeView> rebase(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.drafts.rebase(number, ETags.require(ifMatch), actor);
		return get(number);
	}

	/**
	 * Opens a submitted change for editing; withdraws its revision if it still stands.
	 */
	@PostMapping("/{number}/reopen")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<ChangeView> reopen(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.drafts.reopen(number, ETags.require(ifMatch), actor);
		return get(number);
	}

	@PostMapping("/{number}/abandon")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<Void> abandon(@PathVariable long number,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.drafts.abandon(number, ETags.require(ifMatch), actor);
		return ResponseEntity.noContent().build();
	}

	/**
	 * A change to open.
	 *
	 * @param title what it is for
	 * @param edits its first edits
	 */
	record NewChange(String title, @Nullable List<NewEdit> edits) {

		List<Draft> drafts() {
			return (this.edits != null) ? this.edits.stream().map(NewEdit::draft).toList() : List.of();
		}

	}

	/**
	 * An edit of a new change.
	 *
	 * @param policy the policy
	 * @param text verbatim; {@code null} deletes the policy
	 * @param baseVersion the policy version that was read, 0 for a new policy
	 */
	record NewEdit(String policy, @Nullable String text, @Nullable Integer baseVersion) {

		Draft draft() {
			return new Draft(this.policy, this.text, (this.baseVersion != null) ? this.baseVersion : 0);
		}

	}

	/**
	 * The content of an edit.
	 *
	 * @param text verbatim; {@code null} deletes the policy
	 * @param baseVersion the policy version that was read, 0 for a new policy
	 * @param withdraws the revision that this withdraws, while the change is in review
	 */
	record EditText(@Nullable String text, @Nullable Integer baseVersion, @Nullable Long withdraws) {

		Draft draft(String policy) {
			return new Draft(policy, this.text, (this.baseVersion != null) ? this.baseVersion : 0);
		}

	}

}
