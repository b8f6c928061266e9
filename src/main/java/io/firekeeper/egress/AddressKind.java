package io.firekeeper.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What kind of network an address belongs to, and so what a rule must say to open it.
 * Ranges: IANA special-purpose address registries, and the metadata services of the large
 * clouds.
 */
enum AddressKind {

	/** Cloud metadata services: they hand out credentials. Never dialled. */
	METADATA(false, "169.254.169.254/32", "fd00:ec2::254/128", "fd20:ce::254/128", "100.100.100.200/32",
			"168.63.129.16/32", "192.0.0.192/32"),

	/** Never dialled. */
	LINK_LOCAL(false, "169.254.0.0/16", "fe80::/10"),

	/** Never dialled. */
	MULTICAST(false, "224.0.0.0/4", "ff00::/8"),

	/** {@code 0.0.0.0} reaches the own host on Linux. Never dialled. */
	UNSPECIFIED(false, "0.0.0.0/8", "::/128"),

	/** Reserved, with the broadcast address. Never dialled. */
	RESERVED(false, "240.0.0.0/4", "192.0.0.0/24", "fec0::/10"),

	/** Dialled only by a rule for loopback addresses alone. */
	LOOPBACK(true, "127.0.0.0/8", "::1/128"),

	/** Dialled only by a rule for private addresses alone. */
	PRIVATE(true, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"),

	/** Everything else. */
	PUBLIC(true, "0.0.0.0/0", "::/0");

	private final boolean allowable;

	private final List<Cidr> ranges;

	AddressKind(boolean allowable, String... ranges) {
		this.allowable = allowable;
		this.ranges = Arrays.stream(ranges).map(Cidr::known).toList();
	}

	static AddressKind of(InetAddress address) {
		return Arrays.stream(values())
			.filter((kind) -> kind.contains(address))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no kind for " + address));
	}

	/** Whether a rule may open addresses of this kind at all. */
	boolean allowable() {
		return this.allowable;
	}

	/**
	 * Whether a rule for the range is meant for addresses of this kind. A wide range does
	 * not open loopback and private networks by the way.
	 */
	boolean admits(Cidr rule) {
		return this.allowable && this.ranges.stream().anyMatch(rule::within);
	}

	/** Whether a rule for the range could never open anything. */
	static boolean neverAllowable(Cidr rule) {
		return Arrays.stream(values())
			.filter((kind) -> !kind.allowable)
			.anyMatch((kind) -> kind.ranges.stream().anyMatch(rule::within));
	}

	private boolean contains(InetAddress address) {
		return this.ranges.stream().anyMatch((range) -> range.contains(address));
	}

	/**
	 * The IPv4 addresses that an IPv6 address carries: IPv4-compatible, NAT64, 6to4 and
	 * Teredo (IPv4-mapped ones are IPv4 to Java already).
	 */
	static Stream<InetAddress> embedded(InetAddress address) {
		return Arrays.stream(Embedding.values())
			.filter((form) -> form.range.contains(address) && !address.isLoopbackAddress())
			.map((form) -> form.extract(address));
	}

	/** The refusal that no rule lifts, when there is one. */
	static Optional<AddressKind> neverDialled(InetAddress address) {
		return Stream
			.concat(Stream.of(of(address)).filter((kind) -> !kind.allowable),
					embedded(address).map(AddressKind::of).filter((kind) -> !kind.allowable || kind == LOOPBACK))
			.findFirst();
	}

	private enum Embedding {

		NAT64("64:ff9b::/96", 12, 0), LOCAL_NAT64("64:ff9b:1::/48", 12, 0), SIX_TO_FOUR("2002::/16", 2, 0),
		TEREDO("2001::/32", 12, 0xff), COMPATIBLE("::/96", 12, 0);

		private final Cidr range;

		private final int offset;

		private final int mask;

		Embedding(String range, int offset, int mask) {
			this.range = Cidr.known(range);
			this.offset = offset;
			this.mask = mask;
		}

		private InetAddress extract(InetAddress address) {
			byte[] bytes = Arrays.copyOfRange(address.getAddress(), this.offset, this.offset + 4);
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) (bytes[i] ^ this.mask);
			}
			return Cidr.address(bytes);
		}

	}

}
