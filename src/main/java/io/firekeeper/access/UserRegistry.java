package io.firekeeper.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.TeamDirectory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and changes accounts. At least one active admin always remains.
 */
@Service
class UserRegistry {

	private static final String TYPE = "user";

	private final Users users;

	private final TeamDirectory teams;

	private final Passwords passwords;

	private final AccountGuard guard;

	private final Clock clock;

	UserRegistry(Users users, TeamDirectory teams, Passwords passwords, AccountGuard guard, Clock clock) {
		this.users = users;
		this.teams = teams;
		this.passwords = passwords;
		this.guard = guard;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public List<UserView> list() {
		return this.users.findAllByOrderByName().stream().map(User::view).toList();
	}

	@Transactional(readOnly = true)
	public UserView get(String name) {
		return find(name).view();
	}

	@Transactional(readOnly = true)
	public boolean none() {
		return this.users.count() == 0;
	}

	@Transactional
	public UserView create(Actor actor, NewUser wanted) {
		String name = Naming.account(wanted.name());
		new Naming().user(name).displayName(wanted.displayName()).password(wanted.password(), name).orRefuse();
		Set<RoleAssignment> roles = read(wanted.roles());
		String hash = this.passwords.hash(wanted.password());
		this.guard.hold();
		if (this.users.existsByName(name)) {
			throw Fault.conflict("access.user-exists", name);
		}
		User user = new User(name, wanted.displayName().strip(), hash, this.clock.instant());
		user.assign(roles);
		UserView created = this.users.saveAndFlush(user).view();
		this.guard.audit().record(actor, "user-created", TYPE, name, null, AccessAudit.facts(created));
		return created;
	}

	@Transactional
	public UserView change(Actor actor, String name, long version, UserChange wanted) {
		new Naming().displayName(wanted.displayName()).orRefuse();
		Set<RoleAssignment> roles = read(wanted.roles());
		this.guard.hold();
		User user = find(name, version);
		UserView before = user.view();
		user.rename(wanted.displayName().strip());
		user.assign(roles);
		user.disable(wanted.disabled());
		UserView after = this.users.saveAndFlush(user).view();
		this.guard.afterChange(this.users, user);
		this.guard.audit()
			.record(actor, "user-changed", TYPE, name, AccessAudit.facts(before), AccessAudit.facts(after));
		return after;
	}

	/** Gives the account another password and ends its sessions. */
	@Transactional
	public void setPassword(Actor actor, String name, long version, String password) {
		new Naming().password(password, name).orRefuse();
		String hash = this.passwords.hash(password);
		this.guard.hold();
		User user = find(name, version);
		user.replacePassword(hash);
		this.users.saveAndFlush(user);
		this.guard.endSessions(user);
		this.guard.audit().record(actor, "password-set", TYPE, name);
	}

	/** Makes sure that this account is an active admin with this password. */
	@Transactional
	public UserView install(Actor actor, NewUser wanted) {
		String name = Naming.account(wanted.name());
		if (!this.users.existsByName(name)) {
			return create(actor, wanted);
		}
		UserView found = get(name);
		setPassword(actor, name, found.version(), wanted.password());
		return change(actor, name, get(name).version(), new UserChange(wanted.displayName(), false, wanted.roles()));
	}

	private User find(String name) {
		return this.users.findByName(name).orElseThrow(() -> Fault.notFound("access.user-missing", name));
	}

	private User find(String name, long version) {
		User user = find(name);
		if (user.view().version() != version) {
			throw Fault.stale("access.user-stale", name);
		}
		return user;
	}

	private Set<RoleAssignment> read(Collection<String> roles) {
		Set<RoleAssignment> read = roles.stream().map(RoleAssignment::parse).collect(Collectors.toSet());
		for (RoleAssignment assignment : read) {
			String team = assignment.onlyTeam();
			if (team != null && !this.teams.exists(team)) {
				throw Fault.invalid("access.team-missing", team);
			}
		}
		return read;
	}

}
