package io.firekeeper.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class SignInIntegrationTests extends AccessTestSupport {

	@Autowired
	private SignIn signIn;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JdbcOperations jdbcOperations;

	@Autowired
	private TransactionOperations transaction;

	@Test
	void whenNameAndPasswordAreRightThenASessionBeginsAndLeadsBack() {
		UserView user = account("VIEWER");
		MvcTestResult result = this.mvc.post()
			.uri("/sign-in")
			.param("name", " " + user.name().toUpperCase(Locale.ROOT))
			.param("password", PASSWORD)
			.param("continue", "/fleet?env=prod")
			.with(csrf())
			.exchange();
		assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/fleet?env=prod");
		Cookie cookie = Objects.requireNonNull(result.getResponse().getCookie(SecurityConfiguration.SESSION_COOKIE));
		assertThat(result.getResponse().getHeaders("Set-Cookie"))
			.anySatisfy((header) -> assertThat(header).startsWith("firekeeper_session=")
				.contains("HttpOnly")
				.contains("SameSite=Lax"));
		assertThat(this.mvc.get().uri("/api/v1/me").cookie(cookie)).hasStatusOk()
			.bodyJson()
			.extractingPath("name")
			.isEqualTo(user.name());
	}

	@Test
	void whenTheWayBackLeadsElsewhereThenItIsNotTaken() {
		for (String foreign : List.of("https://evil.example/", "//evil.example/", "/\\evil.example/", "/a\r\nX: y")) {
			UserView user = account("VIEWER");
			assertThat(this.mvc.post()
				.uri("/sign-in")
				.param("name", user.name())
				.param("password", PASSWORD)
				.param("continue", foreign)
				.with(csrf())).hasRedirectedUrl("/");
		}
	}

	@Test
	void whenSigningInThenTheSessionIdIsANewOne() {
		UserView user = account("VIEWER");
		Cookie first = signIn(user.name());
		MvcTestResult again = this.mvc.post()
			.uri("/sign-in")
			.param("name", user.name())
			.param("password", PASSWORD)
			.cookie(first)
			.with(csrf())
			.exchange();
		assertThat(again.getResponse().getCookie(SecurityConfiguration.SESSION_COOKIE)).isNotNull()
			.satisfies((second) -> assertThat(second.getValue()).isNotEqualTo(first.getValue()));
		assertThat(this.mvc.get().uri("/api/v1/me").cookie(first)).hasStatus(401);
	}

	@Test
	void whenPasswordIsWrongOrUserUnknownOrDisabledThenTheAnswerIsTheSame() throws Exception {
		UserView user = account("VIEWER");
		UserView disabled = account("VIEWER");
		this.users.change(ROOT, disabled.name(), disabled.version(), new UserChange("x", true, List.of()));
		String wrong = body(attempt(user.name(), "wrong password here", freshAddress()), user.name());
		String unknown = body(attempt("nobody-of-this-name", "wrong password here", freshAddress()),
				"nobody-of-this-name");
		String off = body(attempt(disabled.name(), PASSWORD, freshAddress()), disabled.name());
		assertThat(unknown).isEqualTo(wrong).isEqualTo(off).contains("User name or password is wrong");
	}

	@Test
	void whenTheUserIsUnknownThenTheAnswerTakesAsLongAsForAWrongPassword() {
		UserView user = account("VIEWER");
		this.signIn.attempt(user.name(), "warm up the encoder", freshAddress());
		long known = nanos(() -> this.signIn.attempt(user.name(), "wrong password here", freshAddress()));
		long unknown = nanos(() -> this.signIn.attempt("nobody-" + known, "wrong password here", freshAddress()));
		assertThat(unknown).as("unknown against %d ns", known).isGreaterThan(known / 4);
	}

	@Test
	void whenGuessesComeInParallelThenNoMoreThanTheLimitReachThePassword() throws Exception {
		UserView user = account("VIEWER");
		long refused = parallel(40, () -> this.signIn.attempt(user.name(), "wrong password here", freshAddress()))
			.stream()
			.filter(SignInOutcome.Refused.class::isInstance)
			.count();
		assertThat(refused).isEqualTo(AttemptLimits.PER_ACCOUNT);
		assertThat(this.signIn.attempt(user.name(), PASSWORD, freshAddress())).as("the right password, too late")
			.isInstanceOf(SignInOutcome.Locked.class);
		assertThat(audited("access.sign-in-locked", user.name())).isEqualTo(1);
		assertThat(audited("access.sign-in-refused", user.name())).isEqualTo(AttemptLimits.PER_ACCOUNT);
	}

	@Test
	void whenOneAddressTriesManyAccountsThenItIsLocked() throws Exception {
		String source = freshAddress();
		List<SignInOutcome> outcomes = parallel(AttemptLimits.PER_SOURCE + 10,
				() -> this.signIn.attempt("guess-" + Thread.currentThread().threadId(), "wrong password", source));
		assertThat(outcomes.stream().filter(SignInOutcome.Refused.class::isInstance)).hasSize(AttemptLimits.PER_SOURCE);
	}

	@Test
	void whenLockedThenTheAnswerSaysWhenToTryAgain() {
		UserView user = account("VIEWER");
		for (int i = 0; i < AttemptLimits.PER_ACCOUNT; i++) {
			this.signIn.attempt(user.name(), "wrong password here", freshAddress());
		}
		assertThat(attempt(user.name(), PASSWORD, freshAddress())).hasStatus(429)
			.containsHeader("Retry-After")
			.bodyText()
			.contains("Too many attempts");
	}

	@Test
	void whenSignedInThenEarlierFailuresNoLongerCount() {
		UserView user = account("VIEWER");
		for (int i = 1; i < AttemptLimits.PER_ACCOUNT; i++) {
			this.signIn.attempt(user.name(), "wrong password here", freshAddress());
		}
		assertThat(this.signIn.attempt(user.name(), PASSWORD, freshAddress()))
			.isInstanceOf(SignInOutcome.Accepted.class);
		assertThat(this.signIn.attempt(user.name(), "wrong password here", freshAddress()))
			.isInstanceOf(SignInOutcome.Refused.class);
	}

	@Test
	void whenThePasswordIsTypedIntoTheNameFieldThenTheAuditLogDoesNotKeepIt() {
		this.signIn.attempt("my-secret-pass-phrase", "x", freshAddress());
		assertThat(this.jdbc.sql("select count(*) from audit_entries e where e::text like '%my-secret-pass-phrase%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whenTheConsoleRestartsThenTheSessionIsStillInTheDatabase() {
		UserView user = account("VIEWER");
		Cookie cookie = signIn(user.name());
		String id = new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
		JdbcIndexedSessionRepository afterRestart = new JdbcIndexedSessionRepository(this.jdbcOperations,
				this.transaction);
		afterRestart.afterPropertiesSet();
		Session session = afterRestart.findById(id);
		afterRestart.destroy();
		assertThat(session).isNotNull();
		assertThat(session.<String>getAttribute(SessionActors.USER_ID)).isEqualTo(user.id().toString());
	}

	@Test
	void whenARightIsTakenAwayThenTheNextRequestLacksIt() {
		UserView user = account("VIEWER", "ADMIN");
		account("ADMIN");
		Cookie cookie = signIn(user.name());
		assertThat(this.mvc.get().uri("/access/new-user").cookie(cookie)).hasStatusOk();
		UserView changed = this.users.change(ROOT, user.name(), this.users.get(user.name()).version(),
				new UserChange("x", false, List.of("VIEWER")));
		assertThat(this.mvc.get().uri("/access/new-user").cookie(cookie)).hasStatus(403);
		this.users.change(ROOT, user.name(), changed.version(), new UserChange("x", true, List.of("VIEWER")));
		assertThat(this.mvc.get().uri("/api/v1/me").cookie(cookie)).hasStatus(401);
	}

	@Test
	void whenSignedOutThenTheSessionIsGone() {
		UserView user = account("VIEWER");
		Cookie cookie = signIn(user.name());
		assertThat(this.mvc.post().uri("/sign-out").cookie(cookie)).as("without CSRF token").hasStatus(403);
		assertThat(this.mvc.post().uri("/sign-out").cookie(cookie).with(csrf())).hasRedirectedUrl("/sign-in");
		assertThat(this.mvc.get().uri("/api/v1/me").cookie(cookie)).hasStatus(401);
	}

	private long audited(String action, String object) {
		return this.jdbc.sql("select count(*) from audit_entries where action = :action and object_id = :object")
			.param("action", action)
			.param("object", object)
			.query(Long.class)
			.single();
	}

	private static String body(MvcTestResult result, String name) throws Exception {
		assertThat(result).hasStatus(422);
		return result.getResponse()
			.getContentAsString()
			.replace(name, "NAME")
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
			.replaceAll("v=[0-9a-f-]+", "");
	}

	private static long nanos(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return System.nanoTime() - start;
	}

	private static <T> List<T> parallel(int count, Callable<T> work) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
			List<Future<T>> running = IntStream.range(0, count).mapToObj((i) -> threads.submit(work)).toList();
			List<T> results = new ArrayList<>();
			for (Future<T> one : running) {
				results.add(one.get());
			}
			return results;
		}
	}

}
