package io.firekeeper.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Grant;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.TeamDirectory;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class AccessPagesIntegrationTests extends AccessTestSupport {

	@Autowired
	private TeamRegistry teams;

	@Autowired
	private TeamDirectory directory;

	@Autowired
	private JdbcClient jdbc;

	/**
	 * Nobody may take the last admin away: what other tests left does not matter here.
	 */
	@BeforeEach
	void anAdminRemains() {
		account("ADMIN");
	}

	@Test
	void whenAUserIsCreatedThenThePasswordIsKeptAsArgon2idAndStandsNowhereElse() {
		UserView user = account("VIEWER");
		assertThat(this.jdbc.sql("select password_hash from access_users where name = :name")
			.param("name", user.name())
			.query(String.class)
			.single()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(this.jdbc.sql("select count(*) from audit_entries e where e::text like :password")
			.param("password", "%" + PASSWORD + "%")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whenAUserIsCreatedByFormThenTheListShowsItWithItsNameEscaped() {
		String name = account("VIEWER").name() + "-x";
		assertThat(this.mvc.post()
			.uri("/access/users")
			.param("name", name)
			.param("displayName", "<script>alert('x')</script>")
			.param("password", PASSWORD)
			.param("role", "EDITOR")
			.with(SignedIn.as(ROOT))).hasRedirectedUrl("/access/users/" + name);
		for (String page : List.of("/access/users", "/access/users/" + name)) {
			assertThat(this.mvc.get().uri(page).with(SignedIn.as(ROOT))).hasStatusOk()
				.bodyText()
				.contains("&lt;script&gt;alert(")
				.doesNotContain("<script>alert");
		}
	}

	@Test
	void whenFieldsBreakRulesThenTheFormNamesEachAndKeepsTheInputButNoPassword() {
		assertThat(this.mvc.post()
			.uri("/access/users")
			.param("name", "No Spaces")
			.param("displayName", "Mara M.")
			.param("password", "short-pass")
			.with(SignedIn.as(ROOT))).hasStatus(422)
			.bodyText()
			.contains("id=\"name-error\"", "id=\"password-error\"", "value=\"Mara M.\"", "value=\"No Spaces\"")
			.doesNotContain("id=\"displayName-error\"", "short-pass");
	}

	@Test
	void whenJsonLeavesFieldsOutThenTheyAreNamed() {
		assertThat(this.mvc.post()
			.uri("/api/v1/users")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.with(SignedIn.as(ROOT))).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("name", "displayName", "password");
	}

	@Test
	void whenTwoAdminsEditTheSameUserThenTheSecondIsToldAndKeepsTheInput() {
		UserView user = account("VIEWER");
		change(user, "First name", user.version()).hasStatus(302);
		change(user, "Second name", user.version()).hasStatus(409)
			.bodyText()
			.contains("Somebody changed user", "value=\"Second name\"");
		assertThat(this.users.get(user.name()).displayName()).isEqualTo("First name");
	}

	@Test
	void whenTheApiWritesThenItNeedsTheVersion() {
		UserView user = account("VIEWER");
		String body = "{\"displayName\": \"New\", \"disabled\": false, \"roles\": []}";
		assertThat(this.mvc.put()
			.uri("/api/v1/users/" + user.name())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(ROOT))).hasStatus(428);
		assertThat(this.mvc.put()
			.uri("/api/v1/users/" + user.name())
			.header("If-Match", "\"99\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(ROOT))).hasStatus(412);
		assertThat(this.mvc.put()
			.uri("/api/v1/users/" + user.name())
			.header("If-Match", "\"" + user.version() + "\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(SignedIn.as(ROOT))).hasStatusOk().containsHeader("ETag");
	}

	@Test
	void whenAllAdminsAreDisabledAtOnceThenOneRemains() throws Exception {
		account("ADMIN");
		account("ADMIN");
		List<UserView> admins = this.users.list()
			.stream()
			.filter((user) -> !user.disabled() && user.roles().contains("ADMIN"))
			.toList();
		long refused = 0;
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Boolean>> running = admins.stream().map((user) -> threads.submit(() -> disable(user))).toList();
			for (Future<Boolean> one : running) {
				refused += one.get() ? 0 : 1;
			}
		}
		long left = this.users.list()
			.stream()
			.filter((user) -> !user.disabled() && user.roles().contains("ADMIN"))
			.count();
		admins.forEach(this::enable);
		assertThat(refused).isEqualTo(1);
		assertThat(left).isEqualTo(1);
	}

	@Test
	void whenATeamIsCreatedThenOtherModulesFindItAndItsClusters() {
		this.teams.create(ROOT, "pay-clusters", TeamDraft.parse("Payments", "env=prod, region = eu"));
		assertThat(this.directory.exists("pay-clusters")).isTrue();
		assertThat(this.directory.exists("pay-nothing")).isFalse();
		assertThat(this.directory.clusterSelector("pay-clusters")).containsOnly(Map.entry("env", "prod"),
				Map.entry("region", "eu"));
		assertThat(this.mvc.get().uri("/access/teams/pay-clusters").with(SignedIn.as(ROOT))).hasStatusOk()
			.bodyText()
			.contains("env=prod, region=eu");
	}

	@Test
	void whenARoleIsForOneTeamThenItGrantsNothingForOthersNorTheInstallation() {
		this.teams.create(ROOT, "scoped-a", TeamDraft.parse("A", ""));
		UserView user = account("EDITOR:scoped-a", "OPERATOR:scoped-a");
		Cookie session = signIn(user.name());
		assertThat(this.mvc.get().uri("/api/v1/me").cookie(session)).bodyJson()
			.extractingPath("$.grants[*].permission")
			.asArray()
			.containsExactlyInAnyOrder("READ", "CHANGE_EDIT", "ROLLOUT_OPERATE");
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> account("EDITOR:no-such-team"));
		assertThatExceptionOfType(Fault.class).isThrownBy(() -> account("ADMIN:scoped-a"));
	}

	@Test
	void whenAPersonIsNoAdminThenOnlyTheirOwnSessionsAreShownAndEnded() {
		UserView mine = account("VIEWER");
		UserView other = account("VIEWER");
		Cookie session = signIn(mine.name());
		signIn(other.name());
		assertThat(this.mvc.get().uri("/access/sessions").cookie(session)).hasStatusOk()
			.bodyText()
			.contains(mine.name(), "this session")
			.doesNotContain(other.name(), session.getValue());
		String foreign = this.jdbc.sql("select primary_id from spring_session where principal_name = :id")
			.param("id", other.id().toString())
			.query(String.class)
			.single();
		Actor me = new Actor(Actor.Type.USER, mine.id(), mine.name(), Set.of(new Grant(Permission.READ, null)), "");
		assertThat(this.mvc.post().uri("/access/sessions/" + foreign + "/end").with(SignedIn.as(me))).hasStatus(404);
		assertThat(this.mvc.post().uri("/access/sessions/" + foreign + "/end").with(SignedIn.as(ROOT)))
			.hasRedirectedUrl("/access/sessions");
	}

	@Test
	void whenThePagesOfAccessAreReadThenTheyAnswerInBothLanguages() {
		UserView user = account("ADMIN");
		Cookie session = signIn(user.name());
		for (String page : List.of("/access/users", "/access/new-user", "/access/teams", "/access/new-team",
				"/access/roles", "/access/tokens", "/access/sessions", "/account", "/access/users/" + user.name())) {
			for (var language : List.of(tuple("en", "Access"), tuple("zh", "访问控制"))) {
				List<Object> values = language.toList();
				assertThat(
						this.mvc.get().uri(page).header("Accept-Language", (String) values.getFirst()).cookie(session))
					.as(page)
					.hasStatusOk()
					.bodyText()
					.contains((String) values.getLast());
			}
		}
	}

	@Test
	void whenAPersonChangesTheirPasswordThenThePresentOneIsAskedForAndOldSessionsEnd() {
		UserView user = account("VIEWER");
		Cookie session = signIn(user.name());
		Cookie elsewhere = signIn(user.name());
		Actor me = new Actor(Actor.Type.USER, user.id(), user.name(), Set.of(new Grant(Permission.READ, null)),
				freshAddress());
		assertThat(this.mvc.post()
			.uri("/account/password")
			.param("current", "not my password")
			.param("password", "another long password")
			.with(SignedIn.as(me))).hasStatus(422).bodyText().contains("This is not your present password");
		assertThat(this.mvc.post()
			.uri("/account/password")
			.cookie(session)
			.param("current", PASSWORD)
			.param("password", "another long password")
			.with(SignedIn.as(me))).hasRedirectedUrl("/account");
		assertThat(this.mvc.get().uri("/api/v1/me").cookie(elsewhere)).hasStatus(401);
		assertThat(attempt(user.name(), "another long password", freshAddress())).hasStatus3xxRedirection();
	}

	@Test
	void whenNobodyHasTheSecretThenSetupRefuses() {
		assertThat(this.mvc.post().uri("/api/v1/setup").contentType(MediaType.APPLICATION_JSON).content("""
				{"secret": "setup_guess", "name": "eve", "displayName": "Eve", "password": "correct horse battery"}
				""")).hasStatus(403);
		assertThat(this.users.list()).noneMatch((user) -> user.name().equals("eve"));
	}

	@Test
	void whenSetupInputBreaksARuleThenTheSecretStillWorks() {
		String secret = new SetupSecrets(this.jdbc, Clock.systemUTC()).issue();
		Actor nobody = TestActors.with("nobody");
		assertThat(setup(secret, "short").with(SignedIn.as(nobody))).hasStatus(422);
		assertThat(setup(secret, PASSWORD).with(SignedIn.as(nobody))).hasRedirectedUrl("/");
		assertThat(setup(secret, PASSWORD).with(SignedIn.as(nobody))).hasStatus(403);
	}

	private MockMvcTester.MockMvcRequestBuilder setup(String secret, String password) {
		return this.mvc.post()
			.uri("/setup")
			.param("secret", secret)
			.param("name", "first-admin")
			.param("displayName", "First Admin")
			.param("password", password);
	}

	private MvcTestResultAssert change(UserView user, String displayName, long version) {
		return assertThat(this.mvc.post()
			.uri("/access/users/" + user.name())
			.param("version", String.valueOf(version))
			.param("displayName", displayName)
			.param("role", "VIEWER")
			.with(SignedIn.as(ROOT))
			.exchange());
	}

	private boolean disable(UserView user) {
		try {
			this.users.change(ROOT, user.name(), user.version(),
					new UserChange(user.displayName(), true, user.roles()));
			return true;
		}
		catch (Fault fault) {
			assertThat(fault.reason().key()).isEqualTo("access.last-admin");
			return false;
		}
	}

	private void enable(UserView user) {
		this.users.change(ROOT, user.name(), this.users.get(user.name()).version(),
				new UserChange(user.displayName(), false, user.roles()));
	}

}
