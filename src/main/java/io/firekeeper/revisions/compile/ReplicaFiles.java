package io.firekeeper.revisions.compile;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.fleet.Replica;
import org.jspecify.annotations.Nullable;

/**
 * What a replica should get.
 *
 * @param replica the replica
 * @param bundle its files, with secret references
 */
public record ReplicaFiles(Replica replica, Bundle bundle) {

	/** The rule file of a policy, or null when it brings none here. */
	public @Nullable String ruleFile(String policy) {
		return this.bundle.files().get(RenderedText.ruleFile(policy));
	}

}
