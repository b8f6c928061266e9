package io.firekeeper.egress;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One line of the allow list.
 *
 * @param id its identity
 * @param cidr the addresses, such as {@code 10.2.0.0/16}
 * @param portFrom the first port
 * @param portTo the last port
 * @param scheme which scheme
 * @param note what it is for
 * @param createdBy who allowed it
 * @param createdAt when
 */
public record EgressRule(UUID id, String cidr, int portFrom, int portTo, Scheme scheme, String note, String createdBy,
		Instant createdAt) {

	/** Whether it opens this address; whether any rule may is asked before. */
	boolean covers(String wantedScheme, InetAddress address, int port) {
		Cidr range = Cidr.known(this.cidr);
		return this.scheme.covers(wantedScheme) && port >= this.portFrom && port <= this.portTo
				&& range.contains(address) && AddressKind.of(address).admits(range);
	}

	/** The ports in words: {@code 9090} or {@code 9090-9099}. */
	public String ports() {
		return (this.portFrom == this.portTo) ? String.valueOf(this.portFrom) : this.portFrom + "-" + this.portTo;
	}

	/** The rule in one line, as people know it. */
	String summary() {
		return this.cidr + " " + ports() + " " + this.scheme.name().toLowerCase(Locale.ROOT);
	}

	/** The schemes a rule opens. */
	public enum Scheme {

		HTTP, HTTPS, ANY;

		boolean covers(String wanted) {
			return this == ANY || name().equals(wanted.toUpperCase(Locale.ROOT));
		}

	}

}
