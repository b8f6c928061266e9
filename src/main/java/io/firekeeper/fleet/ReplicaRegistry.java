package io.firekeeper.fleet;

import java.util.Objects;
import java.util.Optional;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;

import org.springframework.stereotype.Service;

/**
 * Registers, changes and removes replicas. Asks the replica between transactions and
 * never within one.
 */
@Service
public class ReplicaRegistry {

	private final ReplicaRecords records;

	private final ReplicaRules rules;

	private final ReplicaInspection inspection;

	private final OutgoingAccess outgoing;

	private final FleetAudit audit;

	ReplicaRegistry(ReplicaRecords records, ReplicaRules rules, ReplicaInspection inspection, OutgoingAccess outgoing,
			FleetAudit audit) {
		this.records = records;
		this.rules = rules;
		this.inspection = inspection;
		this.outgoing = outgoing;
		this.audit = audit;
	}

	/**
	 * Registers a replica.
	 * @throws RegistrationRefused when it needs a consent that was not given
	 * @throws Fault INVALID with everything that is wrong
	 */
	public Replica register(Actor actor, ReplicaDraft described, Consent consent) {
		this.audit.requireEditor(actor);
		ReplicaDraft draft = described.canonical();
		this.rules.check(draft, null);
		String version = inspected(actor, draft, consent);
		return this.records.register(actor, draft, version);
	}

	/**
	 * Replaces the description of a replica; name and cluster never change. The replica
	 * is asked only when it is reached in another way than before.
	 * @param version the version that the description was read with
	 * @throws Fault STALE when somebody else changed it since, CONFLICT while a rollout
	 * holds its cluster
	 */
	public Replica change(Actor actor, long version, ReplicaDraft described, Consent consent) {
		this.audit.requireEditor(actor);
		ReplicaDraft draft = described.canonical();
		Replica before = this.records.readForChange(draft.name(), version);
		this.rules.check(draft, before);
		String observed = draft.isReachedLike(before) ? "" : inspected(actor, draft, consent);
		return this.records.change(actor, version, draft, observed);
	}

	/**
	 * Forgets a replica. Its files and its process stay as they are.
	 * @throws Fault STALE when somebody else changed it since, CONFLICT while a rollout
	 * holds its cluster
	 */
	public void remove(Actor actor, String name, long version) {
		this.audit.requireEditor(actor);
		this.records.remove(actor, name, version);
	}

	/**
	 * Looks at a replica without registering it.
	 * @throws RegistrationRefused when outgoing traffic to it is not allowed
	 */
	public InspectionReport inspect(Actor actor, ReplicaDraft described) {
		this.audit.requireEditor(actor);
		ReplicaDraft draft = described.canonical();
		this.rules.check(draft, this.records.find(draft.name()).orElse(null));
		ensureOutgoing(actor, draft, Consent.NONE);
		return this.inspection.inspect(draft);
	}

	private String inspected(Actor actor, ReplicaDraft draft, Consent consent) {
		ensureOutgoing(actor, draft, consent);
		InspectionReport report = this.inspection.inspect(draft);
		if (!report.isClean() && !consent.despiteFindings()) {
			throw RegistrationRefused.because(report);
		}
		return Fleet.isVersion(report.prometheusVersion()) ? report.prometheusVersion() : "";
	}

	private void ensureOutgoing(Actor actor, ReplicaDraft draft, Consent consent) {
		Optional<OutgoingAccess.Proposal> missing = this.outgoing.missingFor(draft.url());
		if (missing.isEmpty()) {
			return;
		}
		OutgoingAccess.Proposal proposal = missing.get();
		if (!Objects.equals(consent.outgoingRule(), proposal.rule())) {
			throw RegistrationRefused.because(proposal);
		}
		if (!actor.may(Permission.EGRESS_ADMIN)) {
			throw Fault.forbidden("fleet.egress-forbidden", proposal.rule());
		}
		this.outgoing.allow(actor, proposal);
	}

}
