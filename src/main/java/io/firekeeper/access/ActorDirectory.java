package io.firekeeper.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Grant;
import io.firekeeper.identity.PeopleDirectory;
import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who a session or token stands for and what it may do, read anew for every request: a
 * right that is taken away is gone with the next one.
 */
@Component
class ActorDirectory implements PeopleDirectory {

	private static final Duration LAST_USED_PRECISION = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	ActorDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The person, unless removed or disabled. */
	Optional<Actor> user(UUID id, String source) {
		return this.jdbc.sql("select name from access_users where id = :id and not disabled")
			.param("id", id)
			.query(String.class)
			.optional()
			.map((name) -> new Actor(Actor.Type.USER, id, name, grants(id), source));
	}

	/** The owner of a valid token, with no more than the token allows. */
	Optional<Actor> token(String token, String source) {
		Optional<TokenRow> found = this.jdbc.sql("""
				select t.id, t.owner_id, u.name || '/' || t.name as name, t.team, t.last_used_at
				from access_tokens t join access_users u on u.id = t.owner_id
				where t.hash = :hash and t.revoked_at is null and t.expires_at > :now and not u.disabled
				""")
			.param("hash", OneTimeText.hash(token))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(TokenRow.class)
			.optional();
		found.ifPresent(this::noteUse);
		return found.map((row) -> new Actor(Actor.Type.TOKEN, row.ownerId(), row.name(), tokenGrants(row), source));
	}

	@Override
	public boolean hasLost(UUID person, Permission permission, String team) {
		return this.jdbc.sql("select count(*) from access_users where id = :id")
			.param("id", person)
			.query(Long.class)
			.single() > 0 && user(person, "").filter((actor) -> actor.may(permission, team)).isEmpty();
	}

	private Set<Grant> grants(UUID user) {
		return this.jdbc.sql("select role, team from access_role_assignments where user_id = :id")
			.param("id", user)
			.query((row, number) -> new RoleAssignment(Role.valueOf(row.getString("role")), row.getString("team")))
			.list()
			.stream()
			.map(RoleAssignment::grants)
			.flatMap(Set::stream)
			.collect(Collectors.toSet());
	}

	private Set<Grant> tokenGrants(TokenRow token) {
		List<Permission> scope = this.jdbc.sql("select permission from access_token_permissions where token_id = :id")
			.param("id", token.id())
			.query((row, number) -> Permission.valueOf(row.getString("permission")))
			.list();
		return TokenScope.cut(grants(token.ownerId()), new HashSet<>(scope), token.team());
	}

	private void noteUse(TokenRow token) {
		Instant now = this.clock.instant();
		if (token.lastUsedAt() == null || token.lastUsedAt().plus(LAST_USED_PRECISION).isBefore(now)) {
			this.jdbc.sql("update access_tokens set last_used_at = :now where id = :id")
				.param("now", now.atOffset(ZoneOffset.UTC))
				.param("id", token.id())
				.update();
		}
	}

	/** A token's row. */
	record TokenRow(UUID id, UUID ownerId, String name, @Nullable String team, @Nullable Instant lastUsedAt) {
	}

}
