package io.firekeeper.access;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a lost admin back, from the host: {@code bin/firekeeper admin reset} prints a
 * one-time secret for {@code /setup}. It needs the database and no running console.
 */
public final class AdminReset {

	private final SetupSecrets secrets;

	private final JdbcClient jdbc;

	public AdminReset(DataSource database, Clock clock) {
		this.jdbc = JdbcClient.create(database);
		this.secrets = new SetupSecrets(this.jdbc, clock);
	}

	/** Creates a one-time secret and lifts the locks of failed attempts. */
	public String secret() {
		this.jdbc.sql("delete from access_attempts").update();
		return this.secrets.issue();
	}

}
