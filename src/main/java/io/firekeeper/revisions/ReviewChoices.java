package io.firekeeper.revisions;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What a person may do with a revision now. Each is the reason why not, {@code null} when
 * it is possible.
 *
 * @param approve approve it
 * @param requestChanges ask for changes
 * @param withdraw take it back
 * @param start start its rollout
 * @param breakGlass start it without approval
 * @param returnTo return to it
 */
record ReviewChoices(@Nullable Message approve, @Nullable Message requestChanges, @Nullable Message withdraw,
		@Nullable Message start, @Nullable Message breakGlass, @Nullable Message returnTo) {

	static ReviewChoices of(RevisionView revision, Actor actor) {
		Asking asking = new Asking(revision, actor);
		return new ReviewChoices(
				asking.state(RevisionState.AWAITING_APPROVAL)
					.or(asking::author)
					.or(() -> asking.permission(Permission.REVISION_APPROVE))
					.or(asking::base)
					.orElse(null),
				asking.state(RevisionState.AWAITING_APPROVAL, RevisionState.APPROVED)
					.or(asking::author)
					.or(() -> asking.permission(Permission.REVISION_APPROVE))
					.orElse(null),
				asking.state(RevisionState.AWAITING_APPROVAL, RevisionState.CHANGES_REQUESTED, RevisionState.APPROVED)
					.or(() -> asking.permission(Permission.CHANGE_EDIT))
					.orElse(null),
				asking.state(RevisionState.APPROVED)
					.or(() -> asking.permission(Permission.ROLLOUT_OPERATE))
					.or(asking::base)
					.orElse(null),
				asking.state(RevisionState.AWAITING_APPROVAL, RevisionState.CHANGES_REQUESTED)
					.or(() -> asking.permission(Permission.BREAK_GLASS))
					.or(asking::base)
					.orElse(null),
				asking.state(RevisionState.PROVEN)
					.or(() -> asking.permission(Permission.ROLLOUT_OPERATE))
					.orElse(null));
	}

	/** The sentence that says where a revision stands. */
	static Message sentence(RevisionState state, String name) {
		return Message.of("revisions.revision-is-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'), name);
	}

	/**
	 * Who asks about what.
	 */
	private record Asking(RevisionView revision, Actor actor) {

		Optional<Message> state(RevisionState... allowed) {
			RevisionState state = this.revision.summary().state();
			boolean matches = Set.of(allowed).contains(state);
			return matches ? Optional.empty() : Optional.of(sentence(state, name()));
		}

		Optional<Message> author() {
			boolean author = this.revision.authors().stream().anyMatch(this.actor::samePersonAs);
			return author ? Optional.of(Message.of("revisions.author-cannot-approve", name())) : Optional.empty();
		}

		Optional<Message> permission(Permission permission) {
			return this.revision.summary()
				.teams()
				.stream()
				.filter((team) -> !this.actor.may(permission, team))
				.findFirst()
				.map((team) -> Message.of("identity.permission-missing", permission, team));
		}

		Optional<Message> base() {
			return this.revision.baseMoved() ? Optional.of(Message.of("revisions.base-moved", name()))
					: Optional.empty();
		}

		private String name() {
			return "r" + this.revision.summary().number();
		}

	}

}
