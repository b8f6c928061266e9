package io.firekeeper.fleet;

import org.jspecify.annotations.Nullable;

/**
 * What a person agrees to when registering a replica.
 *
 * @param despiteFindings store it although the inspection found problems
 * @param outgoingRule the rule for outgoing traffic that the person saw and confirms,
 * {@code null} for none
 */
public record Consent(boolean despiteFindings, @Nullable String outgoingRule) {

	/** Agrees to nothing. */
	public static final Consent NONE = new Consent(false, null);

}
