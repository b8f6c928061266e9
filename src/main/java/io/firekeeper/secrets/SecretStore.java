package io.firekeeper.secrets;

import java.time.Clock;
import java.util.List;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.secrets.SecretTable.Row;
import io.firekeeper.web.LiveUpdates;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts values into the secret store. None ever comes out here.
 */
@Service
class SecretStore {

	private static final String TOPIC = "secrets";

	private final SecretTable table;

	private final MasterKey key;

	private final AuditLog audit;

	private final LiveUpdates live;

	private final Clock clock;

	SecretStore(SecretTable table, MasterKey key, AuditLog audit, LiveUpdates live, Clock clock) {
		this.table = table;
		this.key = key;
		this.audit = audit;
		this.live = live;
		this.clock = clock;
	}

	List<SecretSummary> list() {
		return this.table.all().stream().map(SecretSummary::of).toList();
	}

	SecretSummary get(String name) {
		return SecretSummary.of(find(name));
	}

	@Transactional
	SecretSummary create(Actor actor, String name, SecretInput input) {
		requireEditor(actor);
		input.validate(name);
		Row row = seal(actor, name, 1, input);
		if (!this.table.insert(row)) {
			throw Fault.conflict("secrets.secret-exists", name);
		}
		changed(fact(actor, "secrets.secret-created", name).changing(null, json(row)));
		return SecretSummary.of(row);
	}

	@Transactional
	SecretSummary replace(Actor actor, String name, long basedOn, SecretInput input) {
		requireEditor(actor);
		input.validate(name);
		Row before = find(name);
		Row row = seal(actor, name, before.version() + 1, input);
		if (before.version() != basedOn || !this.table.replace(row)) {
			throw stale(name);
		}
		changed(fact(actor, "secrets.secret-replaced", name).changing(json(before), json(row)));
		return SecretSummary.of(row);
	}

	@Transactional
	void delete(Actor actor, String name, long basedOn) {
		requireEditor(actor);
		Row before = find(name);
		if (before.version() != basedOn || !this.table.delete(name, before.version())) {
			throw stale(name);
		}
		changed(fact(actor, "secrets.secret-deleted", name).changing(json(before), null));
	}

	private Row find(String name) {
		return this.table.find(name).orElseThrow(() -> Fault.notFound("secrets.secret-missing", name));
	}

	private Row seal(Actor actor, String name, int version, SecretInput input) {
		return new Row(name, version, this.key.seal(input.value(), Row.label(name, version)), input.description(),
				actor.name(), this.clock.instant());
	}

	private void changed(Audited fact) {
		this.audit.record(fact);
		this.live.changed(TOPIC);
	}

	private static Audited fact(Actor actor, String action, String name) {
		return Audited.of(actor, action, "secret", name);
	}

	private static void requireEditor(Actor actor) {
		if (!actor.may(Permission.SECRET_EDIT)) {
			throw Fault.forbidden("secrets.editor-only");
		}
	}

	private static Fault stale(String name) {
		return Fault.stale("secrets.secret-stale", name);
	}

	private static String json(Row row) {
		return JsonMapper.shared().writeValueAsString(SecretSummary.of(row));
	}

}
