package io.firekeeper.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks name and password. An attempt is counted before the check and takes the same
 * time whether the account exists or not.
 */
@Service
class SignIn {

	private static final int LONGEST_PASSWORD = 1024;

	private final JdbcClient jdbc;

	private final AttemptLimits limits;

	private final Passwords passwords;

	private final SignInRecord record;

	private final TransactionOperations transaction;

	SignIn(JdbcClient jdbc, AttemptLimits limits, Passwords passwords, SignInRecord record,
			TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.limits = limits;
		this.passwords = passwords;
		this.record = record;
		this.transaction = transaction;
	}

	SignInOutcome attempt(String name, String password, String source) {
		String account = Naming.account(name);
		AttemptLimits.Reservation reservation = this.limits.reserve(account, source);
		Optional<Account> found = find(account);
		if (!reservation.allowed()) {
			if (reservation.firstRefused()) {
				inTransaction(() -> this.record.locked(known(found), source));
			}
			return new SignInOutcome.Locked(reservation.freeAt());
		}
		boolean right = password.length() <= LONGEST_PASSWORD
				&& this.passwords.matches(password, found.map(Account::passwordHash).orElse(null));
		if (!right || found.map(Account::disabled).orElse(true)) {
			inTransaction(() -> this.record.refused(known(found), source));
			return new SignInOutcome.Refused();
		}
		return accept(found.orElseThrow(), source);
	}

	private SignInOutcome accept(Account account, String source) {
		Actor actor = new Actor(Actor.Type.USER, account.id(), account.name(), Set.of(), source);
		inTransaction(() -> {
			this.limits.forget(account.name());
			this.record.accepted(actor);
		});
		return new SignInOutcome.Accepted(actor);
	}

	private Optional<Account> find(String name) {
		return this.jdbc.sql("select id, name, password_hash, disabled from access_users where name = :name")
			.param("name", name)
			.query(Account.class)
			.optional();
	}

	private void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	/**
	 * What is written into the name field may be a password: only known names are kept.
	 */
	private static @Nullable String known(Optional<Account> found) {
		return found.map(Account::name).orElse(null);
	}

	/** An account with its password. */
	record Account(UUID id, String name, String passwordHash, boolean disabled) {
	}

}
