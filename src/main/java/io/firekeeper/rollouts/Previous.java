package io.firekeeper.rollouts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What was last proven on a replica before a rollout touched it.
 *
 * @param revision the revision that brought it
 * @param digest the digest of its files
 * @param delivered the HMAC of the bytes that were delivered
 */
@Embeddable
record Previous(@Column(name = "previous_revision") Long revision, @Column(name = "previous_digest") String digest,
		@Column(name = "previous_delivered") String delivered) {
}
