package io.firekeeper.fleet;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.web.LiveUpdates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Who may change the fleet, and what is told about it: one row in the audit log with both
 * states, and a hint to open pages.
 */
@Component
class FleetAudit {

	private final AuditLog log;

	private final LiveUpdates live;

	private final JsonMapper json;

	FleetAudit(AuditLog log, LiveUpdates live, JsonMapper json) {
		this.log = log;
		this.live = live;
		this.json = json;
	}

	void requireEditor(Actor actor) {
		if (!actor.may(Permission.FLEET_EDIT)) {
			throw Fault.forbidden("fleet.edit-forbidden");
		}
	}

	void cluster(Actor actor, String action, String name, @Nullable Cluster before, @Nullable Cluster after) {
		record(Audited.of(actor, "fleet.cluster-" + action, "cluster", name).changing(text(before), text(after)));
	}

	void replica(Actor actor, String action, String name, @Nullable Replica before, @Nullable Replica after) {
		record(Audited.of(actor, "fleet.replica-" + action, "replica", name).changing(text(before), text(after)));
		this.live.changed("replica-" + name);
	}

	private void record(Audited fact) {
		this.log.record(fact);
		this.live.changed("fleet");
	}

	private @Nullable String text(@Nullable Object state) {
		return (state != null) ? this.json.writeValueAsString(state) : null;
	}

}
