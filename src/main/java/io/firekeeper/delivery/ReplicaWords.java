package io.firekeeper.delivery;

import io.firekeeper.secrets.Secrets;

import org.springframework.stereotype.Component;

/**
 * Makes what a replica or a target said fit to be stored and shown: secrets masked, no
 * control characters, not longer than {@value #LIMIT} characters.
 */
@Component
public class ReplicaWords {

	static final int LIMIT = 2000;

	private final Secrets secrets;

	ReplicaWords(Secrets secrets) {
		this.secrets = secrets;
	}

	public String of(String upstream) {
		String clean = this.secrets.redact(upstream).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ").strip();
		return (clean.length() <= LIMIT) ? clean : clean.substring(0, LIMIT) + "…";
	}

}
