package io.firekeeper.promql;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All minor releases from the oldest to the newest known one. */
final class Releases {

	private static final int LAST_OF_SECOND = 55;

	private static final List<Release> ALL = Stream.concat(
			IntStream.rangeClosed(Release.OLDEST.minor(), LAST_OF_SECOND).mapToObj((minor) -> new Release(2, minor)),
			IntStream.rangeClosed(0, Release.NEWEST.minor()).mapToObj((minor) -> new Release(3, minor)))
		.toList();

	private Releases() {
	}

	static List<Release> all() {
		return ALL;
	}

	static List<Release> after(Release release) {
		return ALL.stream().filter((other) -> other.compareTo(release) > 0).toList();
	}

	/** Those before a release, the latest first. */
	static List<Release> before(Release release) {
		return ALL.reversed().stream().filter((other) -> other.compareTo(release) < 0).toList();
	}

}
