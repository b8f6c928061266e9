package io.firekeeper.configuration;

import io.firekeeper.promql.Release;

/**
 * The version of Prometheus that a file is for. The patch level never matters to the
 * schema.
 *
 * @param major such as 3
 * @param minor such as 5
 */
public record TargetVersion(int major, int minor) implements Comparable<TargetVersion> {

	/** The oldest version that is supported. */
	public static final TargetVersion OLDEST = new TargetVersion(2, 40);

	/** The newest version that is known. */
	public static final TargetVersion NEWEST = new TargetVersion(3, 14);

	/**
	 * Reads {@code 3.5.0}, {@code v2.53.3+ds1} or {@code 3.5}.
	 * @throws IllegalArgumentException for anything else
	 */
	public static TargetVersion parse(String text) {
		String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("[.+~-]");
		if (parts.length < 2) {
			throw new IllegalArgumentException("not a version: " + text);
		}
		return new TargetVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
	}

	/** The same as PromQL knows it. */
	public Release release() {
		return new Release(this.major, this.minor);
	}

	public boolean isAtLeast(int major, int minor) {
		return compareTo(new TargetVersion(major, minor)) >= 0;
	}

	@Override
	public int compareTo(TargetVersion other) {
		return (this.major != other.major) ? Integer.compare(this.major, other.major)
				: Integer.compare(this.minor, other.minor);
	}

	@Override
	public String toString() {
		return this.major + "." + this.minor;
	}

}
