package io.firekeeper.fleet;

import java.util.List;
import java.util.Locale;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * A replica was not registered or changed: the inspection found problems that the person
 * did not accept, or outgoing traffic to it is not allowed yet.
 */
public class RegistrationRefused extends Fault {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable InspectionReport report;

	private final transient OutgoingAccess.@Nullable Proposal proposal;

	private RegistrationRefused(Message reason, List<Detail> details, @Nullable InspectionReport report,
			OutgoingAccess.@Nullable Proposal proposal) {
		super(FaultKind.INVALID, reason, details);
		this.report = report;
		this.proposal = proposal;
	}

	static RegistrationRefused because(InspectionReport report) {
		List<Detail> details = report.problems()
			.stream()
			.map((item) -> new Detail(item.subject().name().toLowerCase(Locale.ROOT), 0, item.message()))
			.toList();
		return new RegistrationRefused(Message.of("fleet.inspection-failed"), details, report, null);
	}

	static RegistrationRefused because(OutgoingAccess.Proposal proposal) {
		Detail detail = new Detail("confirmEgress", 0, Message.of("fleet.egress-rule", proposal.rule()));
		return new RegistrationRefused(Message.of("fleet.egress-missing", proposal.url()), List.of(detail), null,
				proposal);
	}

	/** What the inspection saw, {@code null} when it did not come to that. */
	public @Nullable InspectionReport report() {
		return this.report;
	}

	/** The rule that is missing, {@code null} when none is. */
	public OutgoingAccess.@Nullable Proposal proposal() {
		return this.proposal;
	}

}
