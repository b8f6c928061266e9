package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.firekeeper.configuration.Digest;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.revisions.compile.DesiredState;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;
import io.firekeeper.secrets.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads once what a compilation needs.
 */
@Component
class DesiredStates {

	private final Fleet fleet;

	private final Policies policies;

	private final Secrets secrets;

	DesiredStates(Fleet fleet, Policies policies, Secrets secrets) {
		this.fleet = fleet;
		this.policies = policies;
		this.secrets = secrets;
	}

	/** What is desired now. */
	DesiredState now() {
		return with(Map.of());
	}

	/**
	 * What is desired with edits.
	 * @param edits texts by policy name; a {@code null} text deletes the policy
	 */
	DesiredState with(Map<String, @Nullable String> edits) {
		List<DesiredPolicy> desired = new ArrayList<>();
		for (PolicyVersion version : this.policies.current()) {
			if (!edits.containsKey(version.name())) {
				desired.add(new DesiredPolicy(version.name(), version.text(), lastGood(version), false));
			}
		}
		edits.forEach((name, text) -> desired.add(new DesiredPolicy(name, text, currentText(name), true)));
		return new DesiredState(this.fleet.clusters(), this.fleet.replicas(), desired, this.secrets.names());
	}

	private @Nullable String currentText(String policy) {
		return this.policies.current(policy).map(PolicyVersion::text).orElse(null);
	}

	private @Nullable String lastGood(PolicyVersion version) {
		if (isGood(version.text())) {
			return version.text();
		}
		return this.policies.history(version.name())
			.stream()
			.filter((earlier) -> earlier.number() < version.number() && isGood(earlier.text()))
			.map(PolicyVersion::text)
			.findFirst()
			.orElse(null);
	}

	private boolean isGood(@Nullable String text) {
		return text != null && this.policies.read(text, TargetVersion.NEWEST).problems().isEmpty();
	}

	/**
	 * Of everything a compilation reads but the edits: as long as it is the same, so is
	 * what they do.
	 */
	Digest stamp() {
		List<String> facts = new ArrayList<>();
		this.policies.currentNumbers().forEach((id, number) -> facts.add("policy " + id + " " + number));
		this.fleet.clusters().stream().map(DesiredStates::fact).forEach(facts::add);
		this.fleet.replicas().stream().map(DesiredStates::fact).forEach(facts::add);
		this.secrets.names().forEach((name) -> facts.add("secret " + name));
		return Fingerprint.of(facts.stream().sorted().collect(Collectors.joining("\n")));
	}

	private static String fact(Cluster cluster) {
		return "cluster " + cluster.id() + " " + cluster.version();
	}

	private static String fact(Replica replica) {
		return "replica " + replica.id() + " " + replica.version() + " " + replica.prometheusVersion();
	}

}
