package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.firekeeper.faults.Message;

/**
 * What a revision does to a replica, in one sentence.
 *
 * @param kind which sentence
 * @param arguments its arguments, without the number of replicas
 */
record RiskSentence(Kind kind, List<String> arguments) implements Comparable<RiskSentence> {

	private static final Comparator<RiskSentence> ORDER = Comparator.comparing(RiskSentence::kind)
		.thenComparing((sentence) -> String.join("\n", sentence.arguments()));

	RiskSentence {
		arguments = List.copyOf(arguments);
	}

	/** The sentence with the number of replicas it is true for as the last argument. */
	Message onReplicas(int count) {
		List<String> all = new ArrayList<>(this.arguments);
		all.add(String.valueOf(count));
		return new Message("revisions.risk." + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), all);
	}

	@Override
	public int compareTo(RiskSentence other) {
		return ORDER.compare(this, other);
	}

	/** The sentences, the riskiest first. */
	enum Kind {

		ALERTS_REMOVED, JOBS_REMOVED, RECORDINGS_REMOVED, ALERTMANAGERS_CHANGED, LABELS_CHANGED, SETTING_CHANGED,
		TIMERS_RESTART, ALERTS_CHANGED, RECORDINGS_CHANGED, JOBS_CHANGED, FILES_REMOVED, FILES_CHANGED,
		FIRST_CONFIGURATION, JOBS_ADDED, ALERTS_ADDED, RECORDINGS_ADDED, FILES_ADDED

	}

}
