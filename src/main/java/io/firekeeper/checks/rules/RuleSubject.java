package io.firekeeper.checks.rules;

import java.util.List;

/**
 * What is to be checked: the rules of one Prometheus and what is known about it.
 *
 * @param files its rule files
 * @param before its rule files before the change, or none when there was no change
 * @param target the Prometheus
 * @param receivers where its alerts go
 */
public record RuleSubject(List<RuleFile> files, List<RuleFile> before, Target target, AlertReceivers receivers) {

	public RuleSubject {
		files = List.copyOf(files);
		before = List.copyOf(before);
	}

	/** Files about which nothing else is known. */
	public static RuleSubject of(List<RuleFile> files, Target target) {
		return new RuleSubject(files, List.of(), target, AlertReceivers.UNKNOWN);
	}

	/** The same after other files stood there. */
	public RuleSubject after(List<RuleFile> before) {
		return new RuleSubject(this.files, before, this.target, this.receivers);
	}

	/** The same with alerts that go somewhere. */
	public RuleSubject routedBy(AlertReceivers receivers) {
		return new RuleSubject(this.files, this.before, this.target, receivers);
	}

}
