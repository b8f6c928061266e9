package io.firekeeper.checks.rules;

import java.util.List;

/**
 * What is to be checked: the rules of one Prometheus and what is known about it.
 *
 * @param files its rule files
 * @param target the Prometheus
 * @param receivers where its alerts go
 */
public record RuleSubject(List<RuleFile> files, Target target, AlertReceivers receivers) {

	public RuleSubject {
		files = List.copyOf(files);
	}

	/** Files about which nothing else is known. */
	public static RuleSubject of(List<RuleFile> files, Target target) {
		return new RuleSubject(files, target, AlertReceivers.UNKNOWN);
	}

	/** The same with alerts that go somewhere. */
	public RuleSubject routedBy(AlertReceivers receivers) {
		return new RuleSubject(this.files, this.target, receivers);
	}

}
