package io.firekeeper.telemetry;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.firekeeper.egress.EgressRules;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.OutgoingAccess;
import io.firekeeper.identity.Actor;

import org.springframework.stereotype.Component;

/**
 * Lets the fleet ask for what the guard of outgoing traffic lacks.
 */
@Component
class EgressAccess implements OutgoingAccess {

	private final EgressRules rules;

	EgressAccess(EgressRules rules) {
		this.rules = rules;
	}

	@Override
	public Optional<Proposal> missingFor(URI url) {
		return this.rules.missingRuleFor(url).map((missing) -> new Proposal(url, text(missing)));
	}

	/**
	 * Adds what is missing, unless that is no longer what was confirmed.
	 * @throws Fault CONFLICT when the address means something else now
	 */
	@Override
	public void allow(Actor actor, Proposal proposal) {
		this.rules.missingRuleFor(proposal.url()).ifPresent((missing) -> {
			if (!text(missing).equals(proposal.rule())) {
				throw Fault.conflict("telemetry.egress-moved", proposal.url(), text(missing));
			}
			this.rules.add(actor, missing);
		});
	}

	private static String text(io.firekeeper.egress.Proposal missing) {
		return missing.openings()
			.stream()
			.map((opening) -> opening.scheme().name().toLowerCase(Locale.ROOT) + " " + opening.cidr() + " port "
					+ opening.portFrom())
			.collect(Collectors.joining(", "));
	}

}
