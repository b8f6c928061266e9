package io.firekeeper.checks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileAccessTests {

	private final FileAccess check = new FileAccess();

	@Test
	void whenFieldsNameFilesThatThePolicyDoesNotBringThenEachIsFound() {
		assertThat(Subjects.lines(this.check.check(Subjects.policy("ScrapeJobs", "jobs", """
				  - job_name: a
				    scrape_failure_log_file: failures.log
				    basic_auth: {password_file: /etc/shadow}
				    tls_config: {ca_file: ../ca.pem}
				    file_sd_configs: [{files: [targets/*.yml]}]
				    http_headers: {X: {files: [token]}}
				""")))).containsExactly("ERROR 7:30 file-access.written [scrape_failure_log_file, failures.log]",
				"ERROR 8:33 file-access.outside [password_file, /etc/shadow]",
				"ERROR 9:27 file-access.outside [ca_file, ../ca.pem]",
				"ERROR 10:32 file-access.unknown [files, targets/*.yml]",
				"ERROR 11:32 file-access.unknown [files, token]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "auth_token_file", "bearer_token_file", "ca_file", "cert_file", "certificate_key_path",
			"certificate_path", "client_certificate_key_file", "client_secret_file", "credentials_file",
			"credentials_file_path", "files", "key_file", "key_passphrase_file", "kubeconfig_file", "password_file",
			"private_key_path", "query_log_file", "rule_files", "scrape_config_files", "scrape_failure_log_file",
			"secret_key_file", "service_account_key_path", "token_file_path", "username_file", "some_new_file" })
	void whenAnyFieldThatPrometheusReadsOrWritesNamesAHostFileThenItIsFound(String field) {
		assertThat(this.check.check(Subjects.policy("Global", "g", "  deep: [{er: {" + field + ": /etc/passwd}}]\n")))
			.hasSize(1);
	}

	@Test
	void whenFilesAreBroughtOrNamesOnlySoundLikeFilesThenNothingIsFound() {
		assertThat(this.check.check(Subjects.policy("ScrapeJobs", "jobs", """
				  - job_name: a
				    metrics_path: /metrics
				    params: {file: [/etc/passwd]}
				    ec2_sd_configs: [{profile: prod}]
				    tls_config: {ca_file: tls/ca.pem}
				    file_sd_configs: [{files: [./targets/*.yml]}]
				    static_configs: [{targets: [x:1], labels: {log_file: /var/log}}]
				files:
				  tls/ca.pem: x
				  targets/a.yml: "[]"
				"""))).isEmpty();
	}

	@Test
	void whenAFileIsNotUsedThenItIsSaid() {
		assertThat(Subjects.lines(this.check.check(Subjects.policy("ScrapeJobs", "jobs", """
				  - job_name: a
				files:
				  targets/a.yml: "[]"
				""")))).containsExactly("WARNING 2:7 file-access.unused [targets/a.yml]");
	}

}
