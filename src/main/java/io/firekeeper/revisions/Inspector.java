package io.firekeeper.revisions;

import java.util.List;
import java.util.Objects;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the editor shows beside the text: what is wrong, and what would change where.
 *
 * @param remarks problems and findings, the worst first
 * @param affected how many replicas it would change
 * @param replicas how many there are
 * @param groups the differences, the same ones once
 * @param outdated the policies that moved on since the edits began
 * @param obstacle why it cannot be submitted, {@code null} when it can
 */
record Inspector(List<RemarkDocument> remarks, int affected, int replicas, List<DiffGroup> groups,
		List<String> outdated, @Nullable Message obstacle) {

	static Inspector of(ChangeView change, Preview preview, RemarkTexts texts) {
		DiffGroups groups = new DiffGroups();
		preview.effect()
			.replicas()
			.forEach((effect) -> groups.add(effect.replica().name(), effect.before(), effect.after()));
		return new Inspector(texts.documents(Remark.of(preview)), preview.effect().replicas().size(),
				preview.replicaCount(), groups.list(),
				preview.edits().stream().filter(EditPreview::isOutdated).map(EditPreview::policy).toList(),
				obstacle(change, preview));
	}

	private static @Nullable Message obstacle(ChangeView change, Preview preview) {
		if (change.edits().isEmpty()) {
			return Message.of("revisions.obstacle.empty");
		}
		if (preview.edits().stream().anyMatch(EditPreview::isOutdated)) {
			return Message.of("revisions.obstacle.outdated");
		}
		if (preview.isBlocked()) {
			return Message.of("revisions.obstacle.errors");
		}
		return preview.isSubmittable() ? null : Message.of("revisions.nothing-would-change");
	}

	/** How many lines the differences add on all replicas. */
	public int getAdded() {
		return this.groups.stream().mapToInt((group) -> group.file().added() * group.replicas().size()).sum();
	}

	/** How many lines the differences remove on all replicas. */
	public int getRemoved() {
		return this.groups.stream().mapToInt((group) -> group.file().removed() * group.replicas().size()).sum();
	}

	/** The tone of the worst remark about a policy, {@code null} for none. */
	public @Nullable String tone(String policy) {
		return this.remarks.stream()
			.filter((remark) -> Objects.equals(remark.policy(), policy))
			.map(RemarkDocument::getTone)
			.findFirst()
			.orElse(null);
	}

	/** Whether a policy moved on since its edit began. */
	public boolean isOutdated(String policy) {
		return this.outdated.contains(policy);
	}

}
