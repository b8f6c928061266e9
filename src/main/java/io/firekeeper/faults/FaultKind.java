package io.firekeeper.faults;

/**
 * What kind of refusal a {@link Fault} is. The web layer maps it to a status.
 */
public enum FaultKind {

	/** The input is wrong (422). */
	INVALID,

	/** It does not exist, or this person may not see it (404). */
	NOT_FOUND,

	/** The person may see it and may not do this (403). */
	FORBIDDEN,

	/** Nobody knows who asks: what should say so is wrong (401). */
	UNAUTHENTICATED,

	/** Too many attempts; see {@link TooManyAttempts} (429). */
	TOO_MANY,

	/** The object is in a state that does not allow this (409). */
	CONFLICT,

	/** The write was based on an older version (412 in REST, 409 on pages). */
	STALE,

	/** REST write without a version (428). */
	VERSION_REQUIRED,

	/** Something outside did not answer (502). */
	UPSTREAM,

	/** The console cannot do this now, for example without its database (503). */
	UNAVAILABLE

}
