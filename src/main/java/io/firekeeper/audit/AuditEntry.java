package io.firekeeper.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log.
 *
 * @param seq its number, from 1 and without gaps
 * @param at when it was recorded, to the microsecond
 * @param actorType the kind of actor
 * @param actorId the person's id
 * @param actorName the user name, {@code name/token} for a token
 * @param source the network address, empty for the console itself
 * @param action what was done
 * @param objectType what it was done to
 * @param objectId the name people know it by
 * @param before the state before
 * @param after the state after
 * @param reason the person's reason, or an upstream's words
 * @param requestId the request that caused it
 * @param previousHash the hash of the entry before it
 * @param hash SHA-256 over the previous hash and all other columns, as hex
 */
record AuditEntry(long seq, Instant at, Actor.Type actorType, UUID actorId, String actorName, String source,
		String action, String objectType, String objectId, @Nullable String before, @Nullable String after,
		@Nullable String reason, @Nullable String requestId, String previousHash, String hash) {

	static AuditEntry following(AuditHead head, Audited fact, Instant at, @Nullable String requestId) {
		Actor actor = fact.actor();
		return new AuditEntry(head.seq() + 1, at.truncatedTo(ChronoUnit.MICROS), actor.type(), actor.id(),
				storable(actor.name()), storable(actor.source()), storable(fact.action()), storable(fact.objectType()),
				storable(fact.objectId()), nullable(fact.before()), nullable(fact.after()), nullable(fact.reason()),
				nullable(requestId), head.hash(), "")
			.sealed();
	}

	AuditHead head() {
		return new AuditHead(this.seq, this.hash);
	}

	/** The hash that the columns ask for. */
	String computedHash() {
		return new EntryDigest().add(this.previousHash)
			.add(Long.toString(this.seq))
			.add(this.at.toString())
			.add(this.actorType.name())
			.add(this.actorId.toString())
			.add(this.actorName)
			.add(this.source)
			.add(this.action)
			.add(this.objectType)
			.add(this.objectId)
			.add(this.before)
			.add(this.after)
			.add(this.reason)
			.add(this.requestId)
			.hex();
	}

	private AuditEntry sealed() {
		return new AuditEntry(this.seq, this.at, this.actorType, this.actorId, this.actorName, this.source, this.action,
				this.objectType, this.objectId, this.before, this.after, this.reason, this.requestId, this.previousHash,
				computedHash());
	}

	private static @Nullable String nullable(@Nullable String text) {
		return (text != null) ? storable(text) : null;
	}

	/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
	private static String storable(String text) {
		return new String(text.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
