package io.firekeeper.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.firekeeper.egress.EgressFailure.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EgressTlsTests {

	private static final String PASSWORD = "changeit";

	@TempDir
	static Path workspace;

	private static HttpsServer server;

	private static String certificate;

	private final EgressClient client = TestEgress.client((host) -> List.of(InetAddress.ofLiteral("127.0.0.1")),
			"127.0.0.1/32");

	@BeforeAll
	static void start() throws IOException, InterruptedException, GeneralSecurityException {
		Path store = workspace.resolve("server.p12");
		keytool("-genkeypair", "-alias", "replica", "-keyalg", "EC", "-dname", "CN=replica.example", "-ext",
				"san=dns:replica.example", "-keystore", store.toString(), "-storepass", PASSWORD);
		Path pem = workspace.resolve("ca.pem");
		keytool("-exportcert", "-rfc", "-alias", "replica", "-keystore", store.toString(), "-storepass", PASSWORD,
				"-file", pem.toString());
		certificate = Files.readString(pem);
		server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
		server.createContext("/", (exchange) -> exchange.sendResponseHeaders(204, -1));
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop(0);
	}

	@Test
	void whenTheCertificateIsTrustedThenTheAnswerIsRead() throws EgressFailure {
		assertThat(this.client.send(get("replica.example", certificate)).status()).isEqualTo(204);
	}

	@Test
	void whenTheCertificateIsNotTrustedThenTlsFails() {
		assertThat(failure("replica.example", null).reason()).isEqualTo(Cause.TLS);
	}

	@Test
	void whenTheCertificateIsForAnotherHostThenTlsFails() {
		assertThat(failure("other.example", certificate).reason()).isEqualTo(Cause.TLS);
	}

	@Test
	void whenTheCaIsNoCertificateThenThatIsSaid() {
		assertThat(failure("replica.example", "not a certificate")).hasMessageStartingWith("the CA cannot be read")
			.extracting(EgressFailure::reason)
			.isEqualTo(Cause.TLS);
		assertThat(failure("replica.example", "")).hasMessageStartingWith("the CA cannot be read");
	}

	private EgressFailure failure(String host, @Nullable String caPem) {
		return catchThrowableOfType(EgressFailure.class, () -> this.client.send(get(host, caPem)));
	}

	private static EgressRequest get(String host, @Nullable String caPem) {
		return new EgressRequest("GET", URI.create("https://" + host + ":" + server.getAddress().getPort() + "/"), null,
				new Credentials.None(), caPem, Duration.ofSeconds(10), 1000);
	}

	private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(store)) {
			keys.load(stream, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	private static void keytool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new java.util.ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
	}

}
