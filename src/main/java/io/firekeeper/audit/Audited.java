package io.firekeeper.audit;

import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One fact for the audit log.
 *
 * @param actor who did it
 * @param action verb in the past tense with its module, such as
 * {@code fleet.replica-registered}; an outside effect has {@code .intended} before and an
 * outcome afterwards
 * @param objectType what it was done to, such as {@code cluster}, {@code revision}
 * @param objectId the name people know it by, such as {@code eu} or {@code r418}
 * @param before the state before, JSON or YAML without secrets
 * @param after the state after, JSON or YAML without secrets
 * @param reason the person's reason, or an upstream's words
 */
public record Audited(Actor actor, String action, String objectType, String objectId, @Nullable String before,
		@Nullable String after, @Nullable String reason) {

	public static Audited of(Actor actor, String action, String objectType, String objectId) {
		return new Audited(actor, action, objectType, objectId, null, null, null);
	}

	public Audited changing(@Nullable String before, @Nullable String after) {
		return new Audited(this.actor, this.action, this.objectType, this.objectId, before, after, this.reason);
	}

	public Audited because(@Nullable String reason) {
		return new Audited(this.actor, this.action, this.objectType, this.objectId, this.before, this.after, reason);
	}

}
