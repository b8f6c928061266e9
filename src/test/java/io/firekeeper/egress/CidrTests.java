package io.firekeeper.egress;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CidrTests {

	@ParameterizedTest
	@CsvSource({ "10.2.0.0/16,10.2.0.0/16", "10.2.3.4,10.2.3.4/32", "0.0.0.0/0,0.0.0.0/0",
			"fd00::/8,fd00:0:0:0:0:0:0:0/8", "::1,0:0:0:0:0:0:0:1/128", " 192.168.1.128/25 ,192.168.1.128/25" })
	void whenARangeIsWellFormedThenItIsRead(String text, String printed) {
		assertThat(Cidr.parse(text)).map(Cidr::toString).contains(printed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10.2.0.1/16", "10.2.0.0/33", "10.2.0.0/", "10.2.0/16", "010.2.0.0/16", "0x0a000000/8",
			"167772160", "example.org", "::1/129", "fd00::1/8", "10.2.0.0/-1", "::ffff:10.0.0.1/128", "fe80::1%eth0",
			"10.2.0.0/99999999999", "300.1.1.1", "1.2.3.4." })
	void whenARangeIsNotWellFormedThenItIsRefused(String text) {
		assertThat(Cidr.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "10.2.0.0/16,10.2.255.255,true", "10.2.0.0/16,10.3.0.0,false", "0.0.0.0/0,255.1.1.1,true",
			"0.0.0.0/0,::1,false", "fd00::/8,fdff::1,true", "10.2.0.1/32,10.2.0.2,false" })
	void whenAnAddressIsHeldAgainstARangeThenItsLeadingBitsDecide(String range, String address, boolean contained) {
		assertThat(Cidr.known(range).contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
	}

	@Test
	void whenARangeIsPartOfAnotherThenItIsWithin() {
		assertThat(Cidr.known("10.2.0.0/16").within(Cidr.known("10.0.0.0/8"))).isTrue();
		assertThat(Cidr.known("0.0.0.0/0").within(Cidr.known("10.0.0.0/8"))).isFalse();
		assertThat(Cidr.known("::/0").within(Cidr.known("0.0.0.0/0"))).isFalse();
	}

}
