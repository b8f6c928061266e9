package io.firekeeper.access;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenIntegrationTests extends AccessTestSupport {

	@Autowired
	private TokenRegistry tokens;

	@Autowired
	private TeamRegistry teams;

	@Autowired
	private ActorDirectory actors;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void whenATokenIsCreatedThenOnlyItsHashIsKept() {
		UserView user = account("EDITOR");
		IssuedToken issued = issue(user, null, Permission.READ);
		assertThat(issued.secret()).startsWith("fk_").hasSize("fk_".length() + 43);
		assertThat(this.jdbc.sql("select count(*) from access_tokens t where t::text like :secret")
			.param("secret", "%" + issued.secret() + "%")
			.query(Long.class)
			.single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from audit_entries e where e::text like :secret")
			.param("secret", "%" + issued.secret() + "%")
			.query(Long.class)
			.single()).isZero();
		assertThat(issued).hasToString("token ci");
	}

	@Test
	void whenATokenIsUsedThenItActsForItsOwnerWithoutSessionOrCookie() {
		UserView user = account("EDITOR");
		MvcTestResult result = me(issue(user, null, Permission.READ).secret());
		assertThat(result).hasStatusOk().bodyJson().extractingPath("name").isEqualTo(user.name() + "/ci");
		assertThat(result.getResponse().getCookies()).isEmpty();
		assertThat(permissions(result)).containsExactly("READ");
	}

	@Test
	void whenItsOwnerLosesARightThenTheTokenLosesItAtOnce() {
		UserView user = account("EDITOR", "APPROVER");
		String secret = issue(user, null, Permission.READ, Permission.CHANGE_EDIT).secret();
		assertThat(permissions(me(secret))).containsExactly("READ", "CHANGE_EDIT");
		UserView viewer = this.users.change(ROOT, user.name(), user.version(),
				new UserChange("x", false, List.of("VIEWER")));
		assertThat(permissions(me(secret))).containsExactly("READ");
		this.users.change(ROOT, user.name(), viewer.version(), new UserChange("x", true, List.of("VIEWER")));
		assertThat(me(secret)).hasStatus(401);
	}

	@Test
	void whenATokenIsForOneTeamThenItMayNothingForOthersNorTheInstallation() {
		this.teams.create(ROOT, "token-team", TeamDraft.parse("T", ""));
		UserView user = account("ADMIN");
		String secret = issue(user, "token-team", Permission.READ, Permission.CHANGE_EDIT, Permission.FLEET_EDIT)
			.secret();
		Actor actor = this.actors.token(secret, "").orElseThrow();
		assertThat(actor.may(Permission.CHANGE_EDIT, "token-team")).isTrue();
		assertThat(actor.may(Permission.CHANGE_EDIT, "other")).isFalse();
		assertThat(actor.may(Permission.FLEET_EDIT)).isFalse();
		assertThat(actor.type()).isEqualTo(Actor.Type.TOKEN);
	}

	@Test
	void whenATokenIsRevokedOrExpiredThenItIsRefused() {
		UserView user = account("EDITOR");
		IssuedToken revoked = issue(user, null, Permission.READ);
		this.tokens.revoke(actor(user), revoked.token().id());
		assertThat(me(revoked.secret())).hasStatus(401);
		IssuedToken expired = issue(user, null, Permission.READ);
		this.jdbc.sql("update access_tokens set expires_at = now() - interval '1 second' where id = :id")
			.param("id", expired.token().id())
			.update();
		assertThat(me(expired.secret())).hasStatus(401);
	}

	@Test
	void whenATokenAsksForTooMuchThenItIsRefused() {
		UserView user = account("EDITOR");
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> issue(user, null, Permission.ACCESS_ADMIN));
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> issue(user, null));
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.tokens.create(actor(user),
				new NewToken("long", Set.of(Permission.READ), null, Duration.ofDays(367))));
	}

	@Test
	void whenATokenAsksForATokenThenItIsRefused() {
		UserView user = account("ADMIN");
		String secret = issue(user, null, Permission.values()).secret();
		assertThat(this.mvc.post()
			.uri("/api/v1/tokens")
			.header("Authorization", "Bearer " + secret)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\": \"child\", \"days\": 1}")).hasStatus(403);
	}

	@Test
	void whenATokenIsSentToAPageThenItOpensNothing() {
		String secret = issue(account("ADMIN"), null, Permission.values()).secret();
		assertThat(this.mvc.get().uri("/access/users").header("Authorization", "Bearer " + secret)).hasStatus(403);
		MvcTestResult metrics = this.mvc.get()
			.uri("/actuator/prometheus")
			.header("Authorization", "Bearer " + secret)
			.exchange();
		assertThat(metrics.getResponse().getStatus()).isNotIn(401, 403);
	}

	@Test
	void whenAForeignTokenIsRevokedThenItDoesNotExistForOthers() {
		IssuedToken issued = issue(account("EDITOR"), null, Permission.READ);
		UserView other = account("EDITOR");
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> this.tokens.revoke(actor(other), issued.token().id()));
		assertThat(this.tokens.list(actor(other))).isEmpty();
		this.tokens.revoke(ROOT, issued.token().id());
	}

	@Test
	void whenNameAndPasswordAreSentThenAProgramGetsItsToken() {
		UserView user = account("EDITOR");
		MvcTestResult result = this.mvc.post()
			.uri("/api/v1/sign-in")
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"name": "%s", "password": "%s", "token": {"name": "script", "days": 1}}
					""".formatted(user.name(), PASSWORD))
			.exchange();
		assertThat(result).hasStatus(201).hasHeader("Cache-Control", "no-store");
		String secret = JsonPath.read(body(result), "$.secret");
		assertThat(permissions(me(secret))).containsExactly("READ", "CHANGE_EDIT");
	}

	@Test
	void whenThePasswordIsWrongThenItIs401AndAfterTooManyAttempts429WithAWait() {
		UserView user = account("EDITOR");
		for (int attempt = 0; attempt < AttemptLimits.PER_ACCOUNT; attempt++) {
			assertThat(wrong(user)).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
		}
		MvcTestResult locked = wrong(user);
		assertThat(locked).hasStatus(429).bodyText().contains("access.too-many-attempts");
		assertThat(Integer.parseInt(String.valueOf(locked.getResponse().getHeader("Retry-After")))).isBetween(500, 601);
	}

	private MvcTestResult wrong(UserView user) {
		String source = freshAddress();
		return this.mvc.post().uri("/api/v1/sign-in").with((request) -> {
			request.setRemoteAddr(source);
			return request;
		})
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\": \"%s\", \"password\": \"wrong password\"}".formatted(user.name()))
			.exchange();
	}

	private IssuedToken issue(UserView owner, @Nullable String team, Permission... permissions) {
		return this.tokens.create(actor(owner), new NewToken("ci", Set.of(permissions), team, Duration.ofDays(1)));
	}

	private Actor actor(UserView user) {
		return this.actors.user(user.id(), "10.0.0.1").orElseThrow();
	}

	private MvcTestResult me(String secret) {
		return this.mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + secret).exchange();
	}

	private static List<String> permissions(MvcTestResult result) {
		return JsonPath.read(body(result), "$.permissions");
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
