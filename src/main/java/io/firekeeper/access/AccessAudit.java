package io.firekeeper.access;

import java.util.Map;
import java.util.TreeMap;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes facts about accounts, teams, tokens and sessions to the audit log, never with a
 * password, token or session id in them.
 */
@Component
class AccessAudit {

	private final AuditLog log;

	private final JsonMapper json;

	AccessAudit(AuditLog log, JsonMapper json) {
		this.log = log;
		this.json = json;
	}

	void record(Actor actor, String action, String type, String name) {
		this.log.record(Audited.of(actor, "access." + action, type, name));
	}

	void record(Actor actor, String action, String type, String name, @Nullable Map<String, Object> before,
			@Nullable Map<String, Object> after) {
		this.log.record(Audited.of(actor, "access." + action, type, name).changing(text(before), text(after)));
	}

	static Map<String, Object> facts(UserView user) {
		return Map.of("displayName", user.displayName(), "disabled", user.disabled(), "roles", user.roles());
	}

	static Map<String, Object> facts(TeamView team) {
		return Map.of("displayName", team.displayName(), "clusters", new TreeMap<>(team.clusters()));
	}

	private @Nullable String text(@Nullable Map<String, Object> facts) {
		return (facts != null) ? this.json.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(facts))
				: null;
	}

}
