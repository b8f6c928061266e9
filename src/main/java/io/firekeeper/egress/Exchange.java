package io.firekeeper.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLContext;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One request on a connection of its own to an address that was checked. The minimal
 * client knows no redirects, cookies, retries, proxies or decompression.
 */
final class Exchange {

	private static final Http1Config LIMITS = Http1Config.custom()
		.setMaxHeaderCount(100)
		.setMaxLineLength(16 * 1024)
		.setMaxEmptyLineCount(10)
		.build();

	private final EgressRequest request;

	private final Destination destination;

	private final SSLContext tls;

	Exchange(EgressRequest request, Destination destination, SSLContext tls) {
		this.request = request;
		this.destination = destination;
		this.tls = tls;
	}

	EgressResponse run() throws IOException {
		long start = System.nanoTime();
		HttpHost target = new HttpHost(this.destination.scheme(), this.destination.host(), this.destination.port());
		try (CloseableHttpClient client = HttpClients.createMinimal(connections());
				ClassicHttpResponse response = client.executeOpen(target, message(), null)) {
			String body = CappedBody.read(response.getEntity(), this.request.maximumBytes());
			return new EgressResponse(response.getCode(), contentType(response), body,
					Duration.ofNanos(System.nanoTime() - start));
		}
	}

	private ClassicHttpRequest message() {
		ClassicRequestBuilder message = ClassicRequestBuilder.create(this.request.method())
			.setUri(this.request.uri())
			.setHeader("User-Agent", "Firekeeper")
			.setHeader("Accept-Encoding", "gzip")
			.setHeader("Connection", "close");
		if (this.request.form() != null) {
			message.setEntity(this.request.form(), ContentType.APPLICATION_FORM_URLENCODED);
		}
		String authorization = authorization(this.request.credentials());
		if (authorization != null) {
			message.setHeader("Authorization", authorization);
		}
		return message.build();
	}

	private static @Nullable String authorization(Credentials credentials) {
		return switch (credentials) {
			case Credentials.None() -> null;
			case Credentials.Basic(String username, String password) -> "Basic "
					+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
			case Credentials.Bearer(String token) -> "Bearer " + token;
		};
	}

	private BasicHttpClientConnectionManager connections() {
		DefaultHttpClientConnectionOperator operator = new DefaultHttpClientConnectionOperator(
				(proxy) -> new Socket(Proxy.NO_PROXY), null, new Pinned(this.destination.addresses()),
				RegistryBuilder.<TlsSocketStrategy>create()
					.register("https", new DefaultClientTlsStrategy(this.tls))
					.build());
		BasicHttpClientConnectionManager connections = new BasicHttpClientConnectionManager(operator,
				ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build());
		connections.setConnectionConfig(ConnectionConfig.custom()
			.setConnectTimeout(Timeout.of(this.request.deadline().dividedBy(this.destination.addresses().size())))
			.setSocketTimeout(Timeout.of(this.request.deadline()))
			.build());
		return connections;
	}

	private static String contentType(ClassicHttpResponse response) {
		if (response.getEntity() == null || response.getEntity().getContentType() == null) {
			return "";
		}
		return response.getEntity().getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
	}

	/** Answers with the checked addresses, whatever is asked. */
	private record Pinned(List<InetAddress> addresses) implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) {
			return this.addresses.toArray(InetAddress[]::new);
		}

		@Override
		public List<InetSocketAddress> resolve(String host, int port) {
			return this.addresses.stream().map((address) -> new InetSocketAddress(address, port)).toList();
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
