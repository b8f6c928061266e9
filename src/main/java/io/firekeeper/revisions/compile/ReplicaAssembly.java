package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.fleet.Replica;

/**
 * What the policies of one replica give together.
 *
 * @param replica the replica
 * @param configuration its prometheus.yml
 * @param files its other files, by path
 * @param jobPolicies the policy of each scrape job
 * @param collisions what two policies define
 */
record ReplicaAssembly(Replica replica, YamlMapping configuration, SortedMap<String, String> files,
		Map<String, String> jobPolicies, List<Collision> collisions) {

	ReplicaFiles replicaFiles() {
		SortedMap<String, String> all = new TreeMap<>(this.files);
		all.put(Bundle.MAIN_FILE, RenderedText.ofMainFile(this.configuration));
		return new ReplicaFiles(this.replica, new Bundle(all));
	}

	RenderedReplica rendered() {
		return new RenderedReplica(this.replica, this.configuration, this.jobPolicies);
	}

}
