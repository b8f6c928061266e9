package io.firekeeper.policies;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of policy and what their {@code spec} becomes.
 */
public enum PolicyKind {

	/** {@code global} and every key of prometheus.yml that no other kind owns. */
	GLOBAL("Global"),

	/** Scrape configs, and the files they read. */
	SCRAPE_JOBS("ScrapeJobs"),

	/** A rule file. */
	RULE_GROUPS("RuleGroups"),

	/** {@code alerting}: the Alertmanagers that receive alerts. */
	ALERTING("Alerting"),

	/**
	 * External labels that tell replicas apart, and the relabelling that drops them from
	 * alerts.
	 */
	HIGH_AVAILABILITY("HighAvailability");

	private final String documentName;

	PolicyKind(String documentName) {
		this.documentName = documentName;
	}

	/** The name in documents. */
	public String documentName() {
		return this.documentName;
	}

	/** The kind with this name in documents. */
	public static Optional<PolicyKind> named(String documentName) {
		return Arrays.stream(values()).filter((kind) -> kind.documentName.equals(documentName)).findFirst();
	}

	/** The names in documents. */
	public static List<String> documentNames() {
		return Arrays.stream(values()).map(PolicyKind::documentName).toList();
	}

}
