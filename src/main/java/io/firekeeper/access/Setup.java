package io.firekeeper.access;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Creates an admin with a one-time secret. There is no default password: at its first
 * start the console prints the secret and writes it to {@code setup-secret} in the data
 * directory; {@code bin/firekeeper admin reset} prints one for an installation whose
 * admin is lost. Scripts send it to {@code POST /api/v1/setup}.
 */
@Service
class Setup {

	private final SetupSecrets secrets;

	private final SetupFile file;

	private final AttemptLimits limits;

	private final UserRegistry users;

	private final TransactionOperations transaction;

	Setup(SetupSecrets secrets, SetupFile file, AttemptLimits limits, UserRegistry users,
			TransactionOperations transaction) {
		this.secrets = secrets;
		this.file = file;
		this.limits = limits;
		this.users = users;
		this.transaction = transaction;
	}

	boolean pending() {
		return this.secrets.pending();
	}

	/**
	 * Creates the admin, or makes the account of that name one, enabled and with this
	 * password.
	 * @throws Fault of kind FORBIDDEN for a wrong secret or after too many attempts, and
	 * INVALID for input that breaks a rule; the secret then still works
	 */
	UserView createAdmin(SetupRequest request, String source) {
		if (!this.limits.reserve(source).allowed()) {
			throw Fault.forbidden("access.too-many-attempts");
		}
		NewUser admin = new NewUser(request.name(), request.displayName(), request.password(),
				List.of(Role.ADMIN.name()));
		UserView created = this.transaction.execute((status) -> {
			if (!this.secrets.use(request.secret())) {
				throw new Fault(FaultKind.FORBIDDEN, Message.of("access.setup-secret-wrong"),
						List.of(new Fault.Detail("secret", 0, Message.of("access.setup-secret-rule"))));
			}
			return this.users.install(SignInRecord.console(source), admin);
		});
		this.file.remove();
		return created;
	}

}
