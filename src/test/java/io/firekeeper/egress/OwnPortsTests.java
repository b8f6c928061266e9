package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPortsTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "jdbc:postgresql://db.example:6432/x?user=a 203.0.113.9 6432 true",
					"jdbc:postgresql://db.example/x 203.0.113.9 5432 true",
					"jdbc:postgresql://db.example/x 203.0.113.9 9090 false",
					"jdbc:postgresql://db.example/x 127.0.0.1 5432 false",
					"jdbc:postgresql://other.example:1,db.example:2/x 203.0.113.9 2 true",
					"jdbc:postgresql://[::1]:5433/x ::1 5433 true",
					"jdbc:postgresql://127.0.0.1:5433/x 127.0.0.2 5433 true", "jdbc:postgresql:x 127.0.0.1 5432 true",
					"jdbc:postgresql://no_uri$host:1,db.example/x 203.0.113.9 5432 true" })
	void whenTheDatabaseIsNamedThenItsPortIsKept(String url, String address, int port, boolean own) {
		assertThat(ports(url).include(InetAddress.ofLiteral(address), port)).isEqualTo(own);
	}

	@Test
	void whenTheConsoleListensThenItsPortOnThisHostIsKept() {
		OwnPorts ports = ports("jdbc:postgresql://db.example/x");
		ports
			.listening(new ServletWebServerInitializedEvent(new Listening(), new ServletWebServerApplicationContext()));
		assertThat(ports.include(InetAddress.ofLiteral("127.0.0.1"), 8443)).isTrue();
		assertThat(ports.include(InetAddress.ofLiteral("127.9.9.9"), 8443)).isTrue();
		assertThat(ports.include(InetAddress.ofLiteral("127.0.0.1"), 8444)).isFalse();
		assertThat(ports.include(InetAddress.ofLiteral("203.0.113.9"), 8443)).isFalse();
	}

	private static OwnPorts ports(String url) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("details", new Details(url)));
		return new OwnPorts(beans.getBeanProvider(JdbcConnectionDetails.class), OwnPortsTests::resolve);
	}

	private static List<InetAddress> resolve(String host) throws UnknownHostException {
		return switch (host) {
			case "db.example" -> List.of(InetAddress.ofLiteral("203.0.113.9"));
			case "localhost", "127.0.0.1" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
			case "[::1]" -> List.of(InetAddress.ofLiteral("::1"));
			default -> throw new UnknownHostException(host);
		};
	}

	private record Details(String getJdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "";
		}

		@Override
		public String getPassword() {
			return "";
		}

	}

	private static final class Listening implements WebServer {

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public int getPort() {
			return 8443;
		}

	}

}
