package io.firekeeper.promql;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The language that one Prometheus understands: its release and the features that are
 * switched on. Releases outside of those known count as the nearest known one.
 *
 * @param release the minor release
 * @param features what it knows beyond the standard of its release; those that the
 * release does not have are left out
 */
public record Dialect(Release release, Set<Feature> features) {

	public Dialect {
		release = known(release);
		features = having(release, features);
	}

	/** The language of a release without any feature switched on. */
	public static Dialect of(int major, int minor) {
		return new Dialect(new Release(major, minor), Set.of());
	}

	/** The same with further features switched on. */
	public Dialect with(Feature... features) {
		Set<Feature> all = EnumSet.noneOf(Feature.class);
		all.addAll(this.features);
		all.addAll(Arrays.asList(features));
		return new Dialect(this.release, all);
	}

	public boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	public boolean isAtLeast(int major, int minor) {
		return this.release.isAtLeast(new Release(major, minor));
	}

	private static Release known(Release release) {
		if (release.compareTo(Release.OLDEST) < 0) {
			return Release.OLDEST;
		}
		return release.isAtLeast(Release.NEWEST) ? Release.NEWEST : release;
	}

	private static Set<Feature> having(Release release, Set<Feature> asked) {
		Set<Feature> having = EnumSet.noneOf(Feature.class);
		for (Feature feature : Feature.values()) {
			if (release.isAtLeast(feature.since()) && (asked.contains(feature) || feature.isStandardIn(release))) {
				having.add(feature);
			}
		}
		return Collections.unmodifiableSet(having);
	}

}
