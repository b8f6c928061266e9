package io.firekeeper.policies;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.web.LiveUpdates;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policies and their versions. Only a revision brings a new version; which version is
 * current moves when its rollout starts, and moves back when it is rolled back.
 */
@Service
public class Policies {

	private static final String TOPIC = "policies";

	private final PolicyTable table;

	private final AuditLog audit;

	private final LiveUpdates liveUpdates;

	private final Clock clock;

	Policies(PolicyTable table, AuditLog audit, LiveUpdates liveUpdates, Clock clock) {
		this.table = table;
		this.audit = audit;
		this.liveUpdates = liveUpdates;
		this.clock = clock;
	}

	/** Reads and checks a text against the schema of the version; never throws. */
	public PolicyReading read(String text, TargetVersion version) {
		return PolicyReader.read(text, version);
	}

	/** The current version of every policy that is not deleted, by name. */
	public List<PolicyVersion> current() {
		return this.table.current();
	}

	/** The current version of a policy, unless it is deleted. */
	public Optional<PolicyVersion> current(String name) {
		return this.table.current(name);
	}

	/** The versions of a policy, newest first. */
	public List<PolicyVersion> history(String name) {
		return this.table.history(name);
	}

	public Optional<PolicyVersion> version(String name, int number) {
		return this.table.version(name, number);
	}

	/** A version by the policy's id. */
	public Optional<PolicyVersion> version(UUID policyId, int number) {
		return this.table.version(policyId, number);
	}

	/**
	 * Adds versions that a revision brings; they are not current yet.
	 * @param edits texts by policy name; a {@code null} text deletes the policy
	 * @return the version number by policy name
	 * @throws Fault INVALID for a text without a readable envelope or under another name,
	 * NOT_FOUND for the deletion of what is not there, CONFLICT for another kind or team,
	 * FORBIDDEN without the right to edit the team's policies
	 */
	@Transactional
	public Map<String, Integer> append(Actor author, long revision, Map<String, @Nullable String> edits) {
		SortedMap<String, Integer> numbers = new TreeMap<>();
		new TreeMap<>(edits).forEach((name, text) -> numbers.put(name, append(author, revision, name, text)));
		this.liveUpdates.changed(TOPIC);
		return numbers;
	}

	/**
	 * Makes versions current. The caller records why.
	 * @param versions version number by policy id; 0 means that the policy did not exist
	 * @return what was current before, in the same form
	 */
	@Transactional
	public Map<UUID, Integer> makeCurrent(Map<UUID, Integer> versions) {
		SortedMap<UUID, Integer> before = this.table.lockCurrentNumbers();
		before.keySet().retainAll(versions.keySet());
		versions.forEach(this.table::makeCurrent);
		this.liveUpdates.changed(TOPIC);
		return before;
	}

	/** The current version number by policy id, with deleted ones. */
	public Map<UUID, Integer> currentNumbers() {
		return this.table.currentNumbers();
	}

	private int append(Actor author, long revision, String name, @Nullable String text) {
		UUID id = this.table.lock(name);
		PolicyVersion before = this.table.current(name).orElse(null);
		Owner owner = (text == null) ? ownerOfDeleted(name, before) : ownerOf(name, text, before);
		author.require(Permission.CHANGE_EDIT, owner.team());
		int number = this.table.nextNumber(id);
		this.table.insert(new PolicyVersion(id, name, owner.kind(), owner.team(), number, text, revision, author.name(),
				this.clock.instant()));
		this.audit.record(Audited.of(author, "policies.version-added", "policy", name)
			.changing((before != null) ? before.text() : null, text));
		return number;
	}

	private static Owner ownerOfDeleted(String name, @Nullable PolicyVersion before) {
		if (before == null) {
			throw Fault.notFound("policies.unknown", name);
		}
		return new Owner(before.kind(), before.team());
	}

	private static Owner ownerOf(String name, String text, @Nullable PolicyVersion before) {
		PolicyReading reading = PolicyReader.readEnvelope(text);
		PolicyDocument document = reading.document();
		if (document == null || !reading.problems().isEmpty()) {
			throw unreadable(name, reading);
		}
		if (!document.name().equals(name)) {
			throw Fault.invalid("policies.name-differs", name, document.name());
		}
		if (before != null && before.kind() != document.kind()) {
			throw Fault.conflict("policies.kind-differs", name, before.kind().documentName(),
					document.kind().documentName());
		}
		if (before != null && !before.team().equals(document.team())) {
			throw Fault.conflict("policies.team-differs", name, before.team(), document.team());
		}
		return new Owner(document.kind(), document.team());
	}

	private static Fault unreadable(String name, PolicyReading reading) {
		return new Fault(FaultKind.INVALID, Message.of("policies.unreadable", name),
				reading.problems().stream().map(Policies::detail).toList());
	}

	private static Fault.Detail detail(Problem problem) {
		return new Fault.Detail(problem.path(), problem.position().line(),
				new Message(problem.key(), problem.arguments()));
	}

	private record Owner(PolicyKind kind, String team) {
	}

}
