package io.firekeeper.promapi;

import java.util.Map;
import java.util.Set;

import io.firekeeper.egress.EgressResponse;

/**
 * Answers outside {@code /api/v1}: plain text, errors too.
 */
final class PlainText {

	private PlainText() {
	}

	/** Readiness and reload: 200, or the reason in words. */
	static Reply<Boolean> done(EgressResponse response) {
		return (response.status() == 200 && !isPage(response)) ? new Reply.Answered<>(true, response.took())
				: refused(response);
	}

	/** The samples of these names. */
	static Reply<Map<String, Double>> metrics(EgressResponse response, Set<String> names) {
		return (response.status() == 200 && !isPage(response))
				? new Reply.Answered<>(Exposition.sums(response.body(), names), response.took()) : refused(response);
	}

	/**
	 * An error in plain words is the replica's; a page or a redirect is somebody else's.
	 */
	static <T> Reply<T> refused(EgressResponse response) {
		return (response.status() >= 400 && !isPage(response))
				? new Reply.Rejected<>(response.status(), Words.of(response.body()))
				: new Reply.Malformed<>(response.status(), Words.excerpt(response.body()));
	}

	private static boolean isPage(EgressResponse response) {
		return response.contentType().contains("html") || response.body().stripLeading().startsWith("<");
	}

}
