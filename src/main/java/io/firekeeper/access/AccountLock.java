package io.firekeeper.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one transaction at a time change accounts, on all consoles of a database: two
 * admins who disable each other must not both succeed.
 */
@Component
class AccountLock {

	private static final long KEY = 0x666b2d6163636573L;

	private final JdbcClient jdbc;

	AccountLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Waits for the lock and holds it until the transaction ends. */
	void hold() {
		this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query((row, number) -> "").single();
	}

}
