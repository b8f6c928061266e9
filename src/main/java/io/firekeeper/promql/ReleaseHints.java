package io.firekeeper.promql;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Says since when, until when or with which feature a text can be read that a dialect
 * refuses, by reading it as the others do.
 */
final class ReleaseHints {

	private static final Set<Feature> ALL_FEATURES = Set.of(Feature.values());

	private final Dialect dialect;

	private final Predicate<Dialect> isReadBy;

	/**
	 * @param dialect the one that refuses the text
	 * @param isReadBy whether another reads it
	 */
	ReleaseHints(Dialect dialect, Predicate<Dialect> isReadBy) {
		this.dialect = dialect;
		this.isReadBy = isReadBy;
	}

	/** The hint, or null when no dialect reads the text. */
	@Nullable Note note() {
		if (reads(this.dialect.release(), ALL_FEATURES)) {
			return Note.of("needs-feature", flags(this.dialect.release()));
		}
		for (Release release : Releases.after(this.dialect.release())) {
			if (reads(release, ALL_FEATURES)) {
				return reads(release, Set.of()) ? Note.of("needs-release", release.toString())
						: Note.of("needs-release-and-feature", release.toString(), flags(release));
			}
		}
		for (Release release : Releases.before(this.dialect.release())) {
			if (reads(release, ALL_FEATURES)) {
				return Note.of("last-release", release.toString());
			}
		}
		return null;
	}

	private boolean reads(Release release, Set<Feature> features) {
		return this.isReadBy.test(new Dialect(release, features));
	}

	/** The features without which a release does not read the text. */
	private String flags(Release release) {
		return Arrays.stream(Feature.values())
			.filter((feature) -> !feature.isStandardIn(release) && !reads(release, without(feature)))
			.map(Feature::flag)
			.collect(Collectors.joining(","));
	}

	private static Set<Feature> without(Feature feature) {
		return Arrays.stream(Feature.values()).filter((other) -> other != feature).collect(Collectors.toSet());
	}

}
