package io.firekeeper.revisions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.LabelSelector;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.TeamDirectory;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Who may edit what, and what a text must be to be kept at all. A text that is wrong YAML
 * can be saved; one that no database and no replica can hold cannot.
 */
@Component
class DraftRules {

	private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private final Policies policies;

	private final Fleet fleet;

	private final TeamDirectory teams;

	DraftRules(Policies policies, Fleet fleet, TeamDirectory teams) {
		this.policies = policies;
		this.fleet = fleet;
		this.teams = teams;
	}

	/**
	 * Refuses a draft that cannot be kept, or that this person may not write.
	 * @throws Fault INVALID or FORBIDDEN
	 */
	void requireKeepable(Actor actor, String policy, @Nullable String text) {
		if (!NAME.matcher(policy).matches()) {
			throw Fault.invalid("revisions.policy-name-invalid", policy);
		}
		if (text != null) {
			requireStorable(policy, text);
		}
		teamsOf(policy, text).forEach((team) -> actor.require(Permission.CHANGE_EDIT, team));
	}

	/** Refuses who neither opened a change nor may edit everything in it. */
	void requireWriter(Actor actor, Change change) {
		if (!actor.samePersonAs(change.authorId())) {
			change.edits()
				.stream()
				.flatMap((edit) -> teamsOf(edit.policy(), edit.text()).stream())
				.forEach((team) -> actor.require(Permission.CHANGE_EDIT, team));
		}
	}

	private static void requireStorable(String policy, String text) {
		if (text.length() > Yaml.USER_LIMIT || text.getBytes(StandardCharsets.UTF_8).length > Yaml.USER_LIMIT) {
			throw Fault.invalid("revisions.text-too-large", policy, Yaml.USER_LIMIT / (1024 * 1024));
		}
		if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw Fault.invalid("revisions.text-not-unicode", policy);
		}
	}

	/**
	 * Refuses what a person or team may not deliver.
	 * @throws Fault INVALID or FORBIDDEN
	 */
	void requireDeliverable(Actor actor, String policy, @Nullable String text) {
		requireKeepable(actor, policy, text);
		if (text != null) {
			document(text).ifPresent(this::requireTeamMayTarget);
		}
	}

	private void requireTeamMayTarget(PolicyDocument document) {
		if (!this.teams.exists(document.team())) {
			throw Fault.invalid("revisions.team-unknown", document.name(), document.team());
		}
		LabelSelector allowed = LabelSelector.of(this.teams.clusterSelector(document.team()));
		List<String> forbidden = this.fleet.clusters()
			.stream()
			.filter(document.clusters()::matches)
			.filter((cluster) -> !allowed.matches(cluster))
			.map(Cluster::name)
			.toList();
		if (!forbidden.isEmpty()) {
			throw Fault.forbidden("revisions.clusters-not-allowed", document.name(), document.team(),
					String.join(", ", forbidden));
		}
	}

	/** The teams that own a policy: before an edit and after it. */
	Set<String> teamsOf(String policy, @Nullable String text) {
		Set<String> owners = new TreeSet<>();
		this.policies.current(policy).map(PolicyVersion::team).ifPresent(owners::add);
		Optional.ofNullable(text).flatMap(this::document).map(PolicyDocument::team).ifPresent(owners::add);
		return owners;
	}

	private Optional<PolicyDocument> document(String text) {
		return Optional.ofNullable(this.policies.read(text, TargetVersion.NEWEST).document());
	}

}
