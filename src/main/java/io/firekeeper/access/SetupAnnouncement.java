package io.firekeeper.access;

import java.nio.file.Path;

import io.firekeeper.identity.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Prints the one-time secret at a start without accounts.
 */
@Component
class SetupAnnouncement {

	private static final Logger logger = LoggerFactory.getLogger(SetupAnnouncement.class);

	private final UserRegistry users;

	private final SetupSecrets secrets;

	private final SetupFile file;

	private final AccessAudit audit;

	private final TransactionOperations transaction;

	SetupAnnouncement(UserRegistry users, SetupSecrets secrets, SetupFile file, AccessAudit audit,
			TransactionOperations transaction) {
		this.users = users;
		this.secrets = secrets;
		this.file = file;
		this.audit = audit;
		this.transaction = transaction;
	}

	@EventListener
	void announce(ApplicationReadyEvent event) {
		if (this.users.none()) {
			String secret = this.transaction.execute((status) -> issue());
			print(secret, this.file.write(secret), event.getApplicationContext().getEnvironment());
		}
	}

	private String issue() {
		this.audit.record(Actor.SYSTEM, "setup-secret-created", "installation", "firekeeper");
		return this.secrets.issue();
	}

	private void print(String secret, Path file, Environment environment) {
		logger.info("""


				There are no accounts yet. Create the first admin within {} hours:

				    http://{}:{}/setup
				    one-time secret: {}

				The secret also stands in {} until it is used.
				""", SetupSecrets.LIFETIME.toHours(), environment.getProperty("server.address", "127.0.0.1"),
				environment.getProperty("local.server.port", "8080"), secret, file.toAbsolutePath());
	}

}
