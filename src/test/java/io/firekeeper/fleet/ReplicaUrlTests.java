package io.firekeeper.fleet;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplicaUrlTests {

	@ParameterizedTest
	@CsvSource({ "http://10.0.0.1:9090/, http://10.0.0.1:9090", "HTTP://Prom.Example:80/x/, http://prom.example/x",
			"https://prom:443, https://prom", "https://prom/a/../b, https://prom/b",
			"http://[::1]:9090, http://[::1]:9090", "http://prom:9090//, http://prom:9090" })
	void whenCanonicalThenThereIsOneForm(String url, String canonical) {
		assertThat(ReplicaUrl.isValid(URI.create(url))).isTrue();
		assertThat(ReplicaUrl.canonical(URI.create(url))).isEqualTo(URI.create(canonical));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "prom:9090", "/metrics", "ftp://prom", "http:///x", "http://user:pw@prom", "http://prom?x",
					"http://prom#x", "http://prom:0", "http://prom:99999", "file:///etc/passwd", "mailto:a@b" })
	void whenItIsNoAddressOfAReplicaThenItIsRefused(String url) {
		assertThat(ReplicaUrl.isValid(URI.create(url))).isFalse();
		assertThat(ReplicaUrl.canonical(URI.create(url))).isEqualTo(URI.create(url));
	}

}
