package io.firekeeper.promql;

import java.util.List;

/**
 * A minor release of Prometheus. The patch level never matters to the language.
 *
 * @param major such as 3
 * @param minor such as 5
 */
public record Release(int major, int minor) implements Comparable<Release> {

	/** The oldest release whose language is known. */
	public static final Release OLDEST = new Release(2, 40);

	/** The newest release whose language is known. */
	public static final Release NEWEST = new Release(3, 14);

	/** All releases whose language is known, the oldest first. */
	public static List<Release> known() {
		return Releases.all();
	}

	public boolean isAtLeast(Release other) {
		return compareTo(other) >= 0;
	}

	@Override
	public int compareTo(Release other) {
		return (this.major != other.major) ? Integer.compare(this.major, other.major)
				: Integer.compare(this.minor, other.minor);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
