package io.firekeeper.egress;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * What a new rule opens.
 *
 * @param cidr the addresses, such as {@code 10.2.0.0/16} or {@code 10.2.0.7}
 * @param portFrom the first port
 * @param portTo the last port
 * @param scheme which scheme
 * @param note what it is for
 */
public record Opening(String cidr, int portFrom, int portTo, EgressRule.Scheme scheme, String note) {

	private static final int MAXIMUM_NOTE = 500;

	/** Refuses what cannot be a rule, with every problem and its field. */
	Cidr validated() {
		List<Fault.Detail> problems = new ArrayList<>();
		Cidr range = Cidr.parse(this.cidr).orElse(null);
		if (range == null) {
			problems.add(problem("cidr", Message.of("egress.cidr-unreadable")));
		}
		else if (AddressKind.neverAllowable(range)) {
			problems.add(problem("cidr", Message.of("egress.cidr-never", range)));
		}
		if (this.portFrom < 1 || this.portTo < this.portFrom || this.portTo > 65535) {
			problems.add(problem("ports", Message.of("egress.ports-unreadable")));
		}
		if (this.note.length() > MAXIMUM_NOTE) {
			problems.add(problem("note", Message.of("egress.note-long", MAXIMUM_NOTE)));
		}
		if (range == null || !problems.isEmpty()) {
			throw new Fault(FaultKind.INVALID, Message.of("egress.rule-invalid"), problems);
		}
		return range;
	}

	private static Fault.Detail problem(String field, Message message) {
		return new Fault.Detail(field, 0, message);
	}

}
