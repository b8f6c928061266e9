package io.firekeeper.policies;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which policies a list shows; it stands in the URL.
 *
 * @param q part of the name
 * @param kind the kind's name in documents
 * @param team the owning team
 */
record PolicyFilter(@Nullable String q, @Nullable String kind, @Nullable String team) {

	boolean accepts(PolicyVersion policy) {
		return policy.name().contains(given(this.q).toLowerCase(Locale.ROOT))
				&& isOrAny(given(this.kind), policy.kind().documentName()) && isOrAny(given(this.team), policy.team());
	}

	/** Whether it leaves anything out. */
	public boolean isActive() {
		return !(given(this.q) + given(this.kind) + given(this.team)).isEmpty();
	}

	private static boolean isOrAny(String wanted, String actual) {
		return wanted.isEmpty() || wanted.equals(actual);
	}

	private static String given(@Nullable String value) {
		return (value != null) ? value.trim() : "";
	}

}
