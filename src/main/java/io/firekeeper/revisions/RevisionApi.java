package io.firekeeper.revisions;

import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Revisions in the REST API.
 */
@RestController
@RequestMapping("/api/v1/revisions")
class RevisionApi {

	private static final int LIST_LIMIT = 500;

	private final Revisions revisions;

	private final RevisionLookup lookup;

	private final Reviews reviews;

	private final RemarkTexts remarks;

	RevisionApi(Revisions revisions, RevisionLookup lookup, Reviews reviews, RemarkTexts remarks) {
		this.revisions = revisions;
		this.lookup = lookup;
		this.reviews = reviews;
		this.remarks = remarks;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<RevisionSummary> list(@RequestParam @Nullable List<RevisionState> state) {
		return this.revisions.inStates((state != null) ? state : List.of(RevisionState.values()), LIST_LIMIT);
	}

	@GetMapping("/{number}")
	@Requires(Permission.READ)
	RevisionDocument get(@PathVariable long number) {
		return RevisionDocument.of(this.lookup.get(number), this.remarks);
	}

	/** The rendered differences, the same ones once with the replicas they are on. */
	@GetMapping("/{number}/diff")
	@Requires(Permission.READ)
	List<DiffGroup> diff(@PathVariable long number) {
		return this.lookup.rendered(number);
	}

	/** The files that a replica gets, by path. */
	@GetMapping("/{number}/replicas/{replica}/files")
	@Requires(Permission.READ)
	Map<String, String> files(@PathVariable long number, @PathVariable String replica) {
		return this.lookup.bundle(number, replica).files();
	}

	@PostMapping("/{number}/approve")
	@Requires(Permission.REVISION_APPROVE)
	RevisionSummary approve(@PathVariable long number, @RequestBody Decision decision, Actor actor) {
		return this.reviews.approve(number, decision.read(), decision.words(), actor);
	}

	@PostMapping("/{number}/request-changes")
	@Requires(Permission.REVISION_APPROVE)
	RevisionSummary requestChanges(@PathVariable long number, @RequestBody Decision decision, Actor actor) {
		return this.reviews.requestChanges(number, decision.read(), decision.words(), actor);
	}

	@PostMapping("/{number}/withdraw")
	@Requires(Permission.CHANGE_EDIT)
	ResponseEntity<Void> withdraw(@PathVariable long number, @RequestBody Decision decision, Actor actor) {
		this.reviews.withdraw(number, decision.read(), actor);
		return ResponseEntity.noContent().build();
	}

	/** Makes an approved revision that returns to this one. */
	@PostMapping("/{number}/return")
	@Requires(Permission.ROLLOUT_OPERATE)
	RevisionSummary returnTo(@PathVariable long number, @RequestBody Decision decision, Actor actor) {
		return this.revisions.returnTo(number, decision.read(), actor, decision.words());
	}

	/**
	 * What a person decides about the revision that was read.
	 *
	 * @param digest its digest
	 * @param comment the person's words
	 */
	record Decision(@Nullable String digest, @Nullable String comment) {

		Digest read() {
			return digestOf(this.digest);
		}

		String words() {
			return (this.comment != null) ? this.comment : "";
		}

	}

	static Digest digestOf(@Nullable String hex) {
		if (hex == null || !hex.matches("[0-9a-f]{64}")) {
			throw Fault.invalid("revisions.digest-invalid");
		}
		return new Digest(hex);
	}

}
