package io.firekeeper.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of addresses of one family, such as {@code 10.2.0.0/16} or {@code fd00::/8}.
 *
 * @param network its first address
 * @param length how many leading bits are fixed
 */
record Cidr(InetAddress network, int length) {

	private static final Pattern FORM = Pattern
		.compile("((?:(?:0|[1-9]\\d{0,2})(?:\\.(?!$|/)|(?=$|/))){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

	/** The one range of this address alone. */
	static Cidr of(InetAddress address) {
		return new Cidr(address, bits(address));
	}

	/**
	 * Reads a range. An address without a length is that address alone; bits below the
	 * length must be zero, so that nobody allows more than it seems.
	 */
	static Optional<Cidr> parse(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			return Optional.empty();
		}
		try {
			InetAddress address = InetAddress.ofLiteral(form.group(1));
			int length = (form.group(2) != null) ? Integer.parseInt(form.group(2)) : bits(address);
			return Optional.of(new Cidr(address, length)).filter(Cidr::exact);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** A range that is written in this code. */
	static Cidr known(String text) {
		return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
	}

	boolean contains(InetAddress address) {
		return bits(address) == bits(this.network) && prefix(address).equals(prefix(this.network));
	}

	/** Whether this range is the other or a part of it. */
	boolean within(Cidr other) {
		return this.length >= other.length && other.contains(this.network);
	}

	private boolean exact() {
		int free = bits(this.network) - this.length;
		return free >= 0 && prefix(this.network).shiftLeft(free).equals(number(this.network));
	}

	private BigInteger prefix(InetAddress address) {
		return number(address).shiftRight(bits(address) - this.length);
	}

	private static BigInteger number(InetAddress address) {
		return new BigInteger(1, address.getAddress());
	}

	private static int bits(InetAddress address) {
		return address.getAddress().length * 8;
	}

	static InetAddress address(byte[] bytes) {
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("not 4 or 16 bytes", ex);
		}
	}

	@Override
	public String toString() {
		return this.network.getHostAddress() + "/" + this.length;
	}

}
