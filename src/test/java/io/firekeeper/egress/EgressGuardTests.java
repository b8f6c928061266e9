package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

import io.firekeeper.egress.EgressFailure.Cause;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EgressGuardTests {

	private static final String[] EVERYTHING = { "0.0.0.0/0", "::/0", "127.0.0.0/8", "::1/128", "10.0.0.0/8",
			"172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "169.254.0.0/16", "224.0.0.0/4",
			"240.0.0.0/4", "fe80::/10", "ff00::/8" };

	private final HostResolver system = new SystemHostResolver();

	@ParameterizedTest
	@ValueSource(strings = { "http://169.254.169.254/latest/meta-data/", "http://169.254.1.1/", "http://2852039166/",
			"http://[::ffff:169.254.169.254]/", "http://[::ffff:a9fe:a9fe]/", "http://[64:ff9b::a9fe:a9fe]/",
			"http://[64:ff9b:1::a9fe:a9fe]/", "http://[2002:a9fe:a9fe::1]/", "http://[::a9fe:a9fe]/",
			"http://[2001:0:1234::5601:5601]/", "http://[fd00:ec2::254]/", "http://[fe80::1]/", "http://[ff02::1]/",
			"http://[::]/", "http://0.0.0.0/", "http://0/", "http://0.1.2.3/", "http://224.0.0.1/",
			"http://255.255.255.255/", "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/",
			"http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/" })
	void whenAnAddressIsNeverDialledThenNoRuleOpensIt(String uri) {
		EgressGuard guard = TestEgress.guard(this.system, EVERYTHING);
		assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> guard.admit(URI.create(uri)))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Cause.NOT_ALLOWED))
			.withMessageContaining("never dialled");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1/", "http://2130706433/", "http://localhost/", "http://LOCALHOST/",
			"http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[0:0:0:0:0:ffff:7f00:1]/", "http://10.0.0.1/",
			"http://192.168.0.1/", "http://172.31.255.255/", "http://100.64.0.1/", "http://[fc00::1]/",
			"http://[fd12:3456::1]/" })
	void whenOnlyTheInternetIsListedThenLoopbackAndPrivateNetworksStayClosed(String uri) {
		EgressGuard guard = TestEgress.guard(this.system, "0.0.0.0/0", "::/0");
		assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> guard.admit(URI.create(uri)))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Cause.NOT_ALLOWED))
			.withMessageContaining("not on the egress allow list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://admin@198.51.100.1/", "http://a:b@198.51.100.1/", "http://198.51.100.1@10.0.0.1/",
			"http://@198.51.100.1/", "ftp://198.51.100.1/", "file:///etc/passwd", "gopher://198.51.100.1/",
			"//198.51.100.1/", "http:198.51.100.1", "http://127.1/", "http://169.16689662/", "http:///path",
			"jar:http://198.51.100.1!/", "http://пример.испытание/", "http://１２７.０.０.１/", "http://198.51.100.1:0/",
			"http://198.51.100.1:99999/" })
	void whenAUriIsNotAPlainHttpAddressThenItIsRefusedBeforeResolving(String uri) {
		EgressGuard guard = TestEgress.guard((host) -> {
			throw new AssertionError("resolved " + host);
		}, EVERYTHING);
		assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> guard.admit(URI.create(uri)))
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Cause.NOT_ALLOWED))
			.withMessageStartingWith("the address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://0x7f000001/", "http://0x7f.1/", "http://017700000001/", "http://localhost./",
			"http://127.0.0.1./" })
	void whenAnAddressIsWrittenUnusuallyThenItIsNotDialledAsSomethingElse(String uri) {
		EgressGuard guard = TestEgress.guard(this.system, "0.0.0.0/0", "::/0");
		assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> guard.admit(URI.create(uri)));
	}

	@Test
	void whenAnAddressHasALeadingZeroThenTheAddressThatWasCheckedIsDialled() throws EgressFailure {
		EgressGuard guard = TestEgress.guard(this.system, "177.0.0.0/8");
		assertThat(guard.admit(URI.create("http://0177.0.0.1/")).addresses())
			.containsExactly(InetAddress.ofLiteral("177.0.0.1"));
	}

	@Test
	void whenOneOfSeveralAddressesIsNotAllowedThenTheHostIsRefused() {
		EgressGuard guard = TestEgress.guard(answering("198.51.100.1", "10.0.0.1"), "0.0.0.0/0");
		assertThatExceptionOfType(EgressFailure.class)
			.isThrownBy(() -> guard.admit(URI.create("http://replica.example:9090/")))
			.withMessage("10.0.0.1 port 9090 (replica.example) is not on the egress allow list");
	}

	@ParameterizedTest
	@CsvSource({ "http://10.0.0.1:9090,true", "http://10.0.0.1:9091,true", "http://10.0.0.1:9092,false",
			"https://10.0.0.1:9090,false", "HTTP://10.0.0.1:9090,true", "http://10.0.0.2:9090,false" })
	void whenARuleNamesPortsAndSchemeThenItOpensOnlyThose(String uri, boolean allowed) {
		EgressGuard guard = TestEgress.guard(this.system,
				TestEgress.rule("10.0.0.1/32", 9090, 9091, EgressRule.Scheme.HTTP));
		assertThat(new EgressClient(guard, new SimpleMeterRegistry()).allows(URI.create(uri))).isEqualTo(allowed);
	}

	@Test
	void whenAUriHasNoPortThenTheSchemesOwnCounts() throws EgressFailure {
		EgressGuard guard = TestEgress.guard(this.system, TestEgress.rule("10.0.0.1/32", 443, 443));
		assertThat(guard.admit(URI.create("https://10.0.0.1/")).port()).isEqualTo(443);
		assertThatExceptionOfType(EgressFailure.class).isThrownBy(() -> guard.admit(URI.create("http://10.0.0.1/")));
	}

	@Test
	void whenAHostDoesNotResolveThenThatIsSaid() {
		EgressGuard guard = TestEgress.guard((host) -> {
			throw new UnknownHostException(host);
		}, EVERYTHING);
		assertThatExceptionOfType(EgressFailure.class)
			.isThrownBy(() -> guard.admit(URI.create("http://nowhere.example/")))
			.withMessage("nowhere.example does not resolve")
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(Cause.UNKNOWN_HOST));
	}

	private static HostResolver answering(String... addresses) {
		return (host) -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
	}

}
