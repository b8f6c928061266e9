package io.firekeeper.revisions;

import java.time.Instant;
import java.util.OptionalLong;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;

/**
 * What somebody did to a change.
 *
 * @param at when
 * @param person who
 * @param action what, as the audit log names it
 * @param subject the policy, the title or the revision that it is about; empty for none
 * @param editVersion the version of the edit that was saved, empty for everything else
 */
record ChangeMove(Instant at, String person, String action, String subject, OptionalLong editVersion) {

	/** For somebody who has not seen it yet. */
	Fault.Detail detail() {
		return new Fault.Detail("", 0, Message.of(this.action + ".move", this.person, this.subject));
	}

	/** Whether it says the same as another, as two saves of one edit do. */
	boolean repeats(ChangeMove other) {
		return this.person.equals(other.person) && this.action.equals(other.action)
				&& this.subject.equals(other.subject);
	}

}
