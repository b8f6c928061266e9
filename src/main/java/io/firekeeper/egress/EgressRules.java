package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.audit.AuditLog;
import io.firekeeper.audit.Audited;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.web.LiveUpdates;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The allow list of outgoing traffic. What it does not name is not dialled.
 */
@Service
public class EgressRules {

	private static final String TOPIC = "egress";

	private final EgressRuleTable table;

	private final AllowList allowList;

	private final EgressGuard guard;

	private final AuditLog audit;

	private final LiveUpdates live;

	private final Clock clock;

	EgressRules(EgressRuleTable table, AllowList allowList, EgressGuard guard, AuditLog audit, LiveUpdates live,
			Clock clock) {
		this.table = table;
		this.allowList = allowList;
		this.guard = guard;
		this.audit = audit;
		this.live = live;
		this.clock = clock;
	}

	/** All rules, oldest first. */
	public List<EgressRule> list() {
		return this.table.all();
	}

	/**
	 * Opens a range.
	 * @throws Fault FORBIDDEN, INVALID with the fields, or CONFLICT when it is open
	 * already
	 */
	@Transactional
	public EgressRule add(Actor actor, Opening opening) {
		requireAdmin(actor);
		EgressRule rule = new EgressRule(UUID.randomUUID(), opening.validated().toString(), opening.portFrom(),
				opening.portTo(), opening.scheme(), opening.note().strip(), actor.name(), this.clock.instant());
		if (!this.table.add(rule)) {
			throw Fault.conflict("egress.rule-exists", rule.summary());
		}
		changed(Audited.of(actor, "egress.rule-added", "egress-rule", rule.summary()).changing(null, json(rule)));
		return rule;
	}

	/** Opens what a proposal asks for, all of it or nothing. */
	@Transactional
	public void add(Actor actor, Proposal proposal) {
		proposal.openings().forEach((opening) -> add(actor, opening));
	}

	/**
	 * Closes a range.
	 * @throws Fault FORBIDDEN or NOT_FOUND
	 */
	@Transactional
	public void remove(Actor actor, UUID id) {
		requireAdmin(actor);
		EgressRule rule = this.table.find(id).orElseThrow(() -> Fault.notFound("egress.rule-missing"));
		this.table.remove(id);
		changed(Audited.of(actor, "egress.rule-removed", "egress-rule", rule.summary()).changing(json(rule), null));
	}

	/**
	 * What would have to be opened for this address, or nothing when it may be reached
	 * already.
	 * @throws Fault INVALID when it does not resolve, or when no rule may open it
	 */
	public Optional<Proposal> missingRuleFor(URI uri) {
		Destination destination = resolve(uri);
		List<Opening> openings = this.guard.uncovered(destination)
			.stream()
			.map((address) -> opening(destination, address))
			.toList();
		return openings.isEmpty() ? Optional.empty() : Optional.of(new Proposal(destination.host(), openings));
	}

	private Destination resolve(URI uri) {
		try {
			return this.guard.resolve(uri);
		}
		catch (EgressFailure ex) {
			throw Fault.invalid("egress.address-refused", String.valueOf(ex.getMessage()));
		}
	}

	private static Opening opening(Destination destination, InetAddress address) {
		return new Opening(Cidr.of(address).toString(), destination.port(), destination.port(),
				EgressRule.Scheme.valueOf(destination.scheme().toUpperCase(Locale.ROOT)), destination.host());
	}

	private void changed(Audited fact) {
		this.audit.record(fact);
		this.live.changed(TOPIC);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				EgressRules.this.allowList.refresh();
			}

		});
	}

	private static void requireAdmin(Actor actor) {
		if (!actor.may(Permission.EGRESS_ADMIN)) {
			throw Fault.forbidden("egress.admin-only");
		}
	}

	private static String json(EgressRule rule) {
		return JsonMapper.shared().writeValueAsString(rule);
	}

}
