package io.firekeeper.access;

import io.firekeeper.faults.Fault;

import org.springframework.stereotype.Component;

/**
 * What holds for every change of an account: one at a time, somebody stays admin, and who
 * is disabled is out at once.
 */
@Component
class AccountGuard {

	private final AccountLock lock;

	private final Sessions sessions;

	private final AccessAudit audit;

	AccountGuard(AccountLock lock, Sessions sessions, AccessAudit audit) {
		this.lock = lock;
		this.sessions = sessions;
		this.audit = audit;
	}

	void hold() {
		this.lock.hold();
	}

	void afterChange(Users users, User changed) {
		if (users.findAllByOrderByName().stream().noneMatch(User::isActiveAdmin)) {
			throw Fault.conflict("access.last-admin", changed.name());
		}
		if (changed.view().disabled()) {
			endSessions(changed);
		}
	}

	void endSessions(User user) {
		this.sessions.endAll(user.id());
	}

	AccessAudit audit() {
		return this.audit;
	}

}
