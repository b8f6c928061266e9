package io.firekeeper.access;

import java.time.Instant;

/**
 * A session as pages show it.
 *
 * @param id an id that does not sign in
 * @param user the account
 * @param source the address that signed in
 * @param startedAt when it began
 * @param lastUsedAt when it was last used
 * @param current whether it is the one that asks
 */
record OpenSession(String id, String user, String source, Instant startedAt, Instant lastUsedAt, boolean current) {
}
