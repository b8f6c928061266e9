package io.firekeeper.revisions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReading;
import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says what changes would do, before they are submitted.
 */
@Component
class Previews {

	private final Policies policies;

	private final Fleet fleet;

	private final Effects effects;

	Previews(Policies policies, Fleet fleet, Effects effects) {
		this.policies = policies;
		this.fleet = fleet;
		this.effects = effects;
	}

	Preview of(Change change) {
		Map<String, @Nullable String> texts = new TreeMap<>();
		change.edits().forEach((edit) -> texts.put(edit.policy(), edit.text()));
		List<EditPreview> edits = change.edits().stream().map(this::preview).toList();
		return new Preview(change.version(), edits, this.effects.of(texts), this.fleet.replicas().size());
	}

	private EditPreview preview(Edit edit) {
		int current = this.policies.current(edit.policy()).map(PolicyVersion::number).orElse(0);
		List<Problem> problems = Optional.ofNullable(edit.text())
			.map((text) -> problems(edit.policy(), text))
			.orElse(List.of());
		return new EditPreview(edit.policy(), edit.kind(), edit.baseNumber(), current, problems);
	}

	private List<Problem> problems(String policy, String text) {
		PolicyReading reading = this.policies.read(text, TargetVersion.NEWEST);
		PolicyDocument document = reading.document();
		if (document == null) {
			return reading.problems();
		}
		if (!document.name().equals(policy)) {
			return List.of(new Problem("policy-name-differs", List.of(policy, document.name()), "name",
					document.namePosition()));
		}
		TargetVersion oldest = oldestVersion(document);
		return oldest.equals(TargetVersion.NEWEST) ? reading.problems() : this.policies.read(text, oldest).problems();
	}

	private TargetVersion oldestVersion(PolicyDocument document) {
		return this.fleet.clusters()
			.stream()
			.filter(document.clusters()::matches)
			.map(Cluster::id)
			.flatMap((id) -> this.fleet.replicasOf(id).stream())
			.map(Replica::targetVersion)
			.min(Comparator.naturalOrder())
			.orElse(TargetVersion.NEWEST);
	}

}
