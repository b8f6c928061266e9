package io.firekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts in the database before a password is looked at, so that parallel
 * guesses on several consoles share one count. It does not tell accounts that exist from
 * those that do not.
 */
@Component
class AttemptLimits {

	static final Duration WINDOW = Duration.ofMinutes(10);

	static final int PER_ACCOUNT = 10;

	static final int PER_SOURCE = 50;

	private static final int CLEANED_AT_ONCE = 100;

	private final JdbcClient jdbc;

	private final Clock clock;

	AttemptLimits(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Counts an attempt on an account from an address. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Reservation reserve(String account, String source) {
		removeOld();
		Reservation bySource = count("source", source, PER_SOURCE);
		Reservation byAccount = count("account", account, PER_ACCOUNT);
		return bySource.allowed() ? byAccount : bySource;
	}

	/** Counts an attempt from an address that names no account. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Reservation reserve(String source) {
		removeOld();
		return count("source", source, PER_SOURCE);
	}

	/** Forgets the attempts on an account whose person has signed in. */
	void forget(String account) {
		this.jdbc.sql("delete from access_attempts where kind = 'account' and subject = :account")
			.param("account", OneTimeText.hash(account))
			.update();
	}

	private Reservation count(String kind, String subject, int limit) {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				insert into access_attempts as a (kind, subject, window_started_at, attempts)
				values (:kind, :subject, :now, 1)
				on conflict (kind, subject) do update set
					attempts = case when a.window_started_at <= :closed then 1 else a.attempts + 1 end,
					window_started_at = case when a.window_started_at <= :closed then :now else a.window_started_at end
				returning attempts, window_started_at
				""")
			.param("kind", kind)
			.param("subject", OneTimeText.hash(subject))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("closed", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Reservation(row.getInt("attempts"), limit,
					row.getObject("window_started_at", OffsetDateTime.class).toInstant().plus(WINDOW)))
			.single();
	}

	private void removeOld() {
		this.jdbc.sql("""
				delete from access_attempts where (kind, subject) in (select kind, subject from access_attempts
					where window_started_at < :old limit :many for update skip locked)
				""")
			.param("old", this.clock.instant().minus(WINDOW.multipliedBy(2)).atOffset(ZoneOffset.UTC))
			.param("many", CLEANED_AT_ONCE)
			.update();
	}

	/**
	 * A counted attempt.
	 *
	 * @param attempts the attempts in this window, with this one
	 * @param limit how many are allowed
	 * @param freeAt when the window ends
	 */
	record Reservation(int attempts, int limit, Instant freeAt) {

		boolean allowed() {
			return this.attempts <= this.limit;
		}

		boolean firstRefused() {
			return this.attempts == this.limit + 1;
		}

	}

}
