package io.firekeeper.policies;

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

}
