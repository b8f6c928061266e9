package io.firekeeper.access;

import io.firekeeper.testing.IntegrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SecurityIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenNobodyIsSignedInThenAPageLeadsToSignInAndBack() {
		assertThat(this.mvc.get().uri("/fleet?env=prod")).hasStatus(302)
			.hasRedirectedUrl("/sign-in?continue=%2Ffleet%3Fenv%3Dprod");
	}

	@Test
	void whenNobodyIsSignedInThenTheApiAnswers401() {
		assertThat(this.mvc.get().uri("/api/v1/anything")).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Bearer realm=\"firekeeper\"")
			.hasContentType("application/problem+json");
	}

	@Test
	void whenTheTokenIsUnknownThenTheApiAnswers401() {
		assertThat(this.mvc.get().uri("/api/v1/anything").header("Authorization", "Bearer fk_nothing")).hasStatus(401)
			.hasHeader("WWW-Authenticate", "Bearer realm=\"firekeeper\", error=\"invalid_token\"");
	}

	@Test
	void whenAFormComesWithoutCsrfTokenThenItIsRefused() {
		assertThat(this.mvc.post().uri("/sign-in")).hasStatus(403);
	}

	@Test
	void whenHealthIsAskedThenItIsOpenAndOtherActuatorEndpointsAreNot() {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk();
		assertThat(this.mvc.get().uri("/actuator/prometheus")).hasStatus(401);
		assertThat(this.mvc.get().uri("/actuator/env")).hasStatus(401);
	}

}
