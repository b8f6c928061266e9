package io.firekeeper.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and revokes API tokens. A token cannot create another one.
 */
@Service
class TokenRegistry {

	private static final String TYPE = "token";

	private final ApiTokens tokens;

	private final Users users;

	private final AccountLock lock;

	private final AccessAudit audit;

	private final Clock clock;

	TokenRegistry(ApiTokens tokens, Users users, AccountLock lock, AccessAudit audit, Clock clock) {
		this.tokens = tokens;
		this.users = users;
		this.lock = lock;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The valid tokens: everybody's for those who administer access, otherwise one's own.
	 */
	@Transactional(readOnly = true)
	public List<TokenView> list(Actor actor) {
		Map<UUID, String> names = this.users.findAllByOrderByName()
			.stream()
			.collect(Collectors.toMap(User::id, User::name));
		List<ApiToken> found = actor.may(Permission.ACCESS_ADMIN) ? this.tokens.valid() : this.tokens.valid(actor.id());
		return found.stream().map((token) -> token.view(names.getOrDefault(token.ownerId(), ""))).toList();
	}

	/** Creates a token for the person; the answer is the only place with its text. */
	@Transactional
	public IssuedToken create(Actor actor, NewToken wanted) {
		if (actor.type() != Actor.Type.USER) {
			throw Fault.forbidden("access.token-by-token");
		}
		check(actor, wanted);
		this.lock.hold();
		if (this.tokens.valid(actor.id()).stream().anyMatch((token) -> token.name().equals(wanted.name()))) {
			throw Fault.conflict("access.token-exists", wanted.name());
		}
		String secret = OneTimeText.create("fk_");
		ApiToken token = this.tokens
			.saveAndFlush(new ApiToken(actor.id(), wanted, OneTimeText.hash(secret), this.clock.instant()));
		TokenView view = token.view(actor.name());
		this.audit.record(actor, "token-created", TYPE, view.owner() + "/" + view.name(), null, Map.of("permissions",
				view.permissions(), "team", String.valueOf(view.team()), "expiresAt", view.expiresAt()));
		return new IssuedToken(view, secret);
	}

	@Transactional
	public void revoke(Actor actor, UUID id) {
		ApiToken token = this.tokens.findById(id)
			.filter((found) -> actor.may(Permission.ACCESS_ADMIN) || actor.samePersonAs(found.ownerId()))
			.orElseThrow(() -> Fault.notFound("access.token-missing"));
		token.revoke(this.clock.instant());
		this.tokens.saveAndFlush(token);
		this.audit.record(actor, "token-revoked", TYPE, token.name());
	}

	private static void check(Actor actor, NewToken wanted) {
		boolean lifetime = wanted.lifetime().isPositive() && wanted.lifetime().compareTo(NewToken.LONGEST) <= 0;
		new Naming().label(wanted.name())
			.check("permissions", !wanted.permissions().isEmpty(), "access.token-permissions-rule")
			.check("permissions", wanted.permissions().stream().allMatch(actor::may), "access.token-exceeds-rule")
			.check("days", lifetime, "access.token-lifetime-rule")
			.orRefuse();
	}

}
