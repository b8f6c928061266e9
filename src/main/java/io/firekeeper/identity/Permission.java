package io.firekeeper.identity;

/**
 * What a person or token may do. Roles are sets of these. Every endpoint names the one it
 * needs.
 */
public enum Permission {

	/** See everything but secrets. */
	READ,

	/** Edit and submit changes, for the teams in scope. */
	CHANGE_EDIT,

	/** Approve revisions, or request changes, for the teams in scope. */
	REVISION_APPROVE,

	/** Start, pause, resume, abort and roll back rollouts; retry and skip steps. */
	ROLLOUT_OPERATE,

	/** Start a rollout without approval, with a reason. */
	BREAK_GLASS,

	/** Register and edit clusters and replicas. */
	FLEET_EDIT,

	/** Create and replace secrets; their values can never be read. */
	SECRET_EDIT,

	/** Users, teams, roles and other people's tokens. */
	ACCESS_ADMIN,

	/** The allow list of outgoing traffic. */
	EGRESS_ADMIN,

	/** The audit log, its export and its verification. */
	AUDIT_READ,

	/** Settings of the console. */
	SETTINGS_ADMIN;

	/**
	 * Whether the permission is granted per team. The others hold for the installation.
	 */
	public boolean scopedByTeam() {
		return this == CHANGE_EDIT || this == REVISION_APPROVE || this == ROLLOUT_OPERATE || this == BREAK_GLASS;
	}

}
