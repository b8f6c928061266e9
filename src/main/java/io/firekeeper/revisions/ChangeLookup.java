package io.firekeeper.revisions;

import java.util.List;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.web.FileDiff;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads changes for pages and REST.
 */
@Service
class ChangeLookup {

	private static final Limit LIST_LIMIT = Limit.of(500);

	private final Changes changes;

	private final StoredRevisions revisions;

	private final Previews previews;

	private final ChangeVersions versions;

	ChangeLookup(Changes changes, StoredRevisions revisions, Previews previews, ChangeVersions versions) {
		this.changes = changes;
		this.revisions = revisions;
		this.previews = previews;
		this.versions = versions;
	}

	@Transactional(readOnly = true)
	public ChangeView get(long number) {
		return view(existing(number));
	}

	/**
	 * The newest changes.
	 * @param author only those of this person, {@code null} for everybody’s
	 */
	@Transactional(readOnly = true)
	public List<ChangeView> list(List<ChangeState> states, @Nullable UUID author) {
		List<Change> found = (author != null)
				? this.changes.findByStateInAndAuthorIdOrderByNumberDesc(states, author, LIST_LIMIT)
				: this.changes.findByStateInOrderByNumberDesc(states, LIST_LIMIT);
		return found.stream().map(this::view).toList();
	}

	/** What the change would do if it were submitted now. */
	@Transactional(readOnly = true)
	public Preview preview(long number) {
		return this.previews.of(existing(number));
	}

	/** How its texts differ from those of an older version that was read. */
	@Transactional(readOnly = true)
	public List<FileDiff> differences(long number, long read) {
		return this.versions.differences(existing(number), read);
	}

	private ChangeView view(Change change) {
		Revision latest = this.revisions.findFirstByChangeNumberOrderByNumberDesc(change.number()).orElse(null);
		return ChangeView.of(change, latest);
	}

	private Change existing(long number) {
		return this.changes.findByNumber(number).orElseThrow(() -> Fault.notFound("revisions.change-unknown", number));
	}

}
