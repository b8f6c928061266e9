package io.firekeeper.delivery;

import java.util.function.UnaryOperator;

/**
 * Makes what a replica or a target said fit to be stored and shown: secrets masked, no
 * control characters, not longer than {@value #LIMIT} characters.
 */
public class ReplicaWords {

	static final int LIMIT = 2000;

	private final UnaryOperator<String> redaction;

	ReplicaWords(UnaryOperator<String> redaction) {
		this.redaction = redaction;
	}

	public String of(String upstream) {
		String clean = this.redaction.apply(upstream).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").strip();
		return (clean.length() <= LIMIT) ? clean : clean.substring(0, LIMIT) + "…";
	}

}
