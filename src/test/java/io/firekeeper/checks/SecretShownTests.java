package io.firekeeper.checks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretShownTests {

	private final SecretShown check = new SecretShown();

	@Test
	void whenASecretStandsWherePrometheusShowsItThenItIsFound() {
		assertThat(Subjects.lines(this.check.check(Subjects.policy("Global", "defaults", """
				  global:
				    external_labels: {password: $(secret.db)}
				  remote_write:
				    - url: https://rw/$(secret.path)
				      headers: {Authorization: 'Bearer $(secret.rw)'}
				""")))).containsExactly("WARNING 7:33 secret-shown.field [$(secret.db), external_labels.password]",
				"WARNING 9:12 secret-shown.field [$(secret.path), url]",
				"WARNING 10:32 secret-shown.field [$(secret.rw), headers.Authorization]");
	}

	@Test
	void whenItStandsInAHiddenFieldThenNothingIsFound() {
		assertThat(this.check.check(Subjects.policy("Global", "defaults", """
				  remote_write:
				    - url: https://rw/
				      proxy_url: http://u:$(secret.proxy)@proxy:3128
				      basic_auth: {username: u, password: $(secret.rw)}
				      http_headers: {X: {secrets: [$(secret.rw)]}}
				      proxy_connect_header: {X: [$(secret.rw)]}
				"""))).isEmpty();
	}

}
