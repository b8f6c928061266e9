package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.SortedMap;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.policies.PolicyDocument;

/**
 * A policy with the variables of one replica replaced.
 *
 * @param document the policy as written
 * @param spec its spec with values, and with its files under their names in the bundle
 * @param files the files it brings, a rule file too, by path within the bundle
 * @param findings what was found while replacing
 */
record BoundPolicy(PolicyDocument document, YamlNode spec, SortedMap<String, String> files, List<Finding> findings) {

	BoundPolicy {
		findings = List.copyOf(findings);
	}

}
