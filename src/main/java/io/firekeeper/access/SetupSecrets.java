package io.firekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time secrets that create the first admin, or bring a lost one back. Several
 * consoles may each have printed one; using one ends all.
 */
@Component
class SetupSecrets {

	static final Duration LIFETIME = Duration.ofHours(24);

	private final JdbcClient jdbc;

	private final Clock clock;

	SetupSecrets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Creates a secret and keeps its hash. */
	String issue() {
		String secret = OneTimeText.create("setup_");
		Instant now = this.clock.instant();
		this.jdbc.sql("insert into access_setup_secrets (hash, created_at, expires_at) values (:hash, :now, :end)")
			.param("hash", OneTimeText.hash(secret))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("end", now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
			.update();
		return secret;
	}

	/** Whether a secret waits to be used. */
	boolean pending() {
		return this.jdbc.sql("select exists (select 1 from access_setup_secrets where expires_at > :now)")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Boolean.class)
			.single();
	}

	/** Uses a secret up, with all others. Returns whether it was one. */
	boolean use(String secret) {
		boolean right = this.jdbc.sql("delete from access_setup_secrets where hash = :hash and expires_at > :now")
			.param("hash", OneTimeText.hash(secret.strip()))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update() == 1;
		if (right) {
			this.jdbc.sql("delete from access_setup_secrets").update();
		}
		return right;
	}

}
