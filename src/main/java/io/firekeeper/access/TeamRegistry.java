package io.firekeeper.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.TeamDirectory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and changes teams, and tells other modules about them.
 */
@Service
class TeamRegistry implements TeamDirectory {

	private static final String TYPE = "team";

	private final Teams teams;

	private final AccountLock lock;

	private final AccessAudit audit;

	private final Clock clock;

	TeamRegistry(Teams teams, AccountLock lock, AccessAudit audit, Clock clock) {
		this.teams = teams;
		this.lock = lock;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public boolean exists(String team) {
		return this.teams.existsByName(team);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<String, String> clusterSelector(String team) {
		return get(team).clusters();
	}

	@Transactional(readOnly = true)
	public List<TeamView> list() {
		return this.teams.findAllByOrderByName().stream().map(Team::view).toList();
	}

	@Transactional(readOnly = true)
	public TeamView get(String name) {
		return find(name).view();
	}

	@Transactional
	public TeamView create(Actor actor, String name, TeamDraft draft) {
		new Naming().label(name).displayName(draft.displayName()).orRefuse();
		this.lock.hold();
		if (this.teams.existsByName(name)) {
			throw Fault.conflict("access.team-exists", name);
		}
		Team team = new Team(name, this.clock.instant());
		TeamView created = save(team, draft);
		this.audit.record(actor, "team-created", TYPE, name, null, AccessAudit.facts(created));
		return created;
	}

	@Transactional
	public TeamView change(Actor actor, String name, long version, TeamDraft draft) {
		new Naming().displayName(draft.displayName()).orRefuse();
		this.lock.hold();
		Team team = find(name);
		TeamView before = team.view();
		if (before.version() != version) {
			throw Fault.stale("access.team-stale", name);
		}
		TeamView after = save(team, draft);
		this.audit.record(actor, "team-changed", TYPE, name, AccessAudit.facts(before), AccessAudit.facts(after));
		return after;
	}

	private TeamView save(Team team, TeamDraft draft) {
		team.rename(draft.displayName().strip());
		team.mayTarget(draft.clusters());
		return this.teams.saveAndFlush(team).view();
	}

	private Team find(String name) {
		return this.teams.findByName(name).orElseThrow(() -> Fault.notFound("access.team-missing", name));
	}

}
