package io.firekeeper.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * An account as pages and the API show it.
 *
 * @param id its id
 * @param name the name it signs in with
 * @param displayName the person's name
 * @param disabled whether it may not sign in
 * @param roles its roles, such as {@code ADMIN} or {@code EDITOR:payments}
 * @param createdAt when it was created
 * @param lastSignedInAt when it last signed in
 * @param version its version, also its entity tag
 */
record UserView(@JsonIgnore UUID id, String name, String displayName, boolean disabled, List<String> roles,
		Instant createdAt, @Nullable Instant lastSignedInAt, long version) {
}
