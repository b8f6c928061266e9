package io.firekeeper.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.firekeeper.identity.Actor;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.TestActors;
import jakarta.servlet.http.Cookie;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accounts and sessions for the tests of this module.
 */
@IntegrationTest
abstract class AccessTestSupport {

	static final String PASSWORD = "correct horse battery";

	static final Actor ROOT = TestActors.admin("root");

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Autowired
	protected MockMvcTester mvc;

	@Autowired
	protected UserRegistry users;

	/** Creates an account with a name of its own. */
	protected UserView account(String... roles) {
		String name = getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + COUNT.incrementAndGet();
		return this.users.create(ROOT, new NewUser(name, "Name of " + name, PASSWORD, List.of(roles)));
	}

	/** Signs in from an address of its own and gives the session cookie. */
	protected Cookie signIn(String name) {
		MvcTestResult result = attempt(name, PASSWORD, freshAddress());
		assertThat(result).hasStatus3xxRedirection();
		Cookie cookie = result.getResponse().getCookie(SecurityConfiguration.SESSION_COOKIE);
		assertThat(cookie).isNotNull();
		return Objects.requireNonNull(cookie);
	}

	protected MvcTestResult attempt(String name, String password, String source) {
		return this.mvc.post()
			.uri("/sign-in")
			.param("name", name)
			.param("password", password)
			.with(SecurityMockMvcRequestPostProcessors.csrf())
			.with((request) -> {
				request.setRemoteAddr(source);
				return request;
			})
			.exchange();
	}

	protected static String freshAddress() {
		int number = COUNT.incrementAndGet();
		return "10.9." + (number / 250) + "." + (number % 250 + 1);
	}

}
