package io.firekeeper.access;

import java.time.Clock;
import java.time.ZoneOffset;

import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what became of attempts to sign in, in the transaction of the caller.
 */
@Component
class SignInRecord {

	private static final String TYPE = "user";

	private static final String UNKNOWN = "unknown";

	private final JdbcClient jdbc;

	private final AccessAudit audit;

	private final Clock clock;

	SignInRecord(JdbcClient jdbc, AccessAudit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	void accepted(Actor actor) {
		this.jdbc.sql("update access_users set last_signed_in_at = :now where id = :id")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("id", actor.id())
			.update();
		this.audit.record(actor, "signed-in", TYPE, actor.name());
	}

	void refused(@Nullable String account, String source) {
		this.audit.record(console(source), "sign-in-refused", TYPE, (account != null) ? account : UNKNOWN);
	}

	void locked(@Nullable String account, String source) {
		this.audit.record(console(source), "sign-in-locked", TYPE, (account != null) ? account : UNKNOWN);
	}

	/** The console speaks, about somebody at that address. */
	static Actor console(String source) {
		return new Actor(Actor.Type.SYSTEM, Actor.SYSTEM.id(), Actor.SYSTEM.name(), Actor.SYSTEM.grants(), source);
	}

}
