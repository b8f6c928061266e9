package io.firekeeper.checks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretInClearTests {

	private final SecretInClear check = new SecretInClear();

	@Test
	void whenSecretsStandInClearThenEachIsFoundAndNoneIsRepeated() {
		var findings = this.check.check(Subjects.policy("ScrapeJobs", "jobs", """
				  - job_name: a
				    basic_auth: {username: u, password: hunter2}
				    proxy_url: http://u:hunter2@proxy:3128
				    http_headers: {Authorization: {values: [hunter2]}, X: {secrets: [hunter2]}}
				    authorization: {credentials_file: token}
				    oauth2: {client_secret: hunter2, endpoint_params: {api_key: hunter2}}
				    consul_sd_configs: [{token: hunter2}]
				    proxy_connect_header: {Any: [hunter2]}
				    tls_config: {key: hunter2}
				files:
				  token: hunter2
				"""));
		assertThat(Subjects.lines(findings)).containsExactly("ERROR 7:41 secret-in-clear.field [password]",
				"ERROR 8:16 secret-in-clear.url [proxy_url]",
				"ERROR 9:45 secret-in-clear.field [http_headers.Authorization]",
				"ERROR 9:70 secret-in-clear.field [secrets]",
				"ERROR 10:39 secret-in-clear.file [credentials_file, token]",
				"ERROR 11:29 secret-in-clear.field [client_secret]",
				"ERROR 11:65 secret-in-clear.field [endpoint_params.api_key]",
				"ERROR 12:33 secret-in-clear.field [token]",
				"ERROR 13:34 secret-in-clear.field [proxy_connect_header.Any]",
				"ERROR 14:23 secret-in-clear.field [key]");
		assertThat(findings.toString()).doesNotContain("hunter2");
	}

	@Test
	void whenSecretsAreReferencesThenNothingIsFound() {
		assertThat(this.check.check(Subjects.policy("ScrapeJobs", "jobs",
				"""
						  - job_name: a
						    basic_auth: {username: u, password: $(secret.nodes)}
						    proxy_url: http://u:$(secret.proxy)@proxy:3128
						    http_headers: {Authorization: {secrets: ['Bearer $(secret.nodes)']}, X-Scope-OrgID: {values: [tenant]}}
						    authorization: {credentials_file: token}
						    static_configs: [{targets: [x:1], labels: {password: none, token: none}}]
						files:
						  token: $(secret.nodes)
						""")))
			.isEmpty();
	}

}
