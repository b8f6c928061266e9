package io.firekeeper.revisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.rules.QuickFix;
import io.firekeeper.checks.rules.RuleFinding;
import io.firekeeper.checks.rules.RuleFixes;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import org.jspecify.annotations.Nullable;

/**
 * The edits that the findings in a text offer, each by its check and place.
 */
final class OfferedFixes {

	private OfferedFixes() {
	}

	/** What is offered. */
	static Set<String> of(@Nullable String text) {
		return findings(text).stream().map((offer) -> name(offer.finding())).collect(Collectors.toSet());
	}

	/** The text after an edit that it offers. */
	static Optional<String> apply(@Nullable String text, String name) {
		return findings(text).stream()
			.filter((offer) -> name(offer.finding()).equals(name))
			.map(RuleFinding::fix)
			.filter(QuickFix.class::isInstance)
			.findFirst()
			.map((fix) -> fix.apply(String.valueOf(text)));
	}

	private static List<RuleFinding> findings(@Nullable String text) {
		PolicyDocument document = (text != null) ? PolicyReader.readEnvelope(text).document() : null;
		return (document != null) ? RuleFixes.of(document) : List.of();
	}

	private static String name(Finding finding) {
		return finding.check() + "@" + finding.line() + ":" + finding.column();
	}

}
