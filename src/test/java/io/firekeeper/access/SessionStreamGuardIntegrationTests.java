package io.firekeeper.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class SessionStreamGuardIntegrationTests extends AccessTestSupport {

	@Autowired
	private SessionStreamGuard guard;

	@Autowired
	private Sessions sessions;

	@Test
	void whenTheSessionEndsThenItsStreamsEnd() {
		UserView user = account("VIEWER");
		BooleanSupplier mayGoOn = stream(user);
		assertThat(mayGoOn.getAsBoolean()).isTrue();
		this.sessions.endAll(user.id());
		assertThat(mayGoOn.getAsBoolean()).isFalse();
	}

	@Test
	void whenTheLastRightIsTakenAwayThenTheStreamsEnd() {
		UserView user = account("VIEWER");
		BooleanSupplier mayGoOn = stream(user);
		this.users.change(ROOT, user.name(), this.users.get(user.name()).version(),
				new UserChange("x", false, List.of()));
		assertThat(mayGoOn.getAsBoolean()).isFalse();
	}

	@Test
	void whenThereIsNoSessionThenThereIsNoStream() {
		assertThat(this.guard.watch(new MockHttpServletRequest()).getAsBoolean()).isFalse();
	}

	private BooleanSupplier stream(UserView user) {
		String id = new String(Base64.getDecoder().decode(signIn(user.name()).getValue()), StandardCharsets.UTF_8);
		MockHttpServletRequest request = new MockHttpServletRequest();
		MockHttpSession session = new MockHttpSession(null, id);
		session.setAttribute(SessionActors.USER_ID, user.id().toString());
		request.setSession(session);
		return this.guard.watch(request);
	}

}
