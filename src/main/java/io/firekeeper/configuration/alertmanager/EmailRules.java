package io.firekeeper.configuration.alertmanager;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;

/**
 * What an email receiver checks (prometheus/alertmanager {@code config/notifiers.go}).
 */
final class EmailRules {

	private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");

	private static final Pattern WORD = Pattern.compile("[^-]+");

	private EmailRules() {
	}

	static void email(TypedStruct email, Checking checking) {
		Keys.required(email, checking, "to");
		Set<String> headers = headers(email, checking);
		if (email.get("threading") instanceof TypedStruct threading && threading.flag("enabled")) {
			if (checking.isAtLeast(0, 31)) {
				Keys.oneOf(threading, checking, "thread_by_date", List.of("none", "daily"));
			}
			List.of("References", "In-Reply-To")
				.stream()
				.filter(headers::contains)
				.forEach((header) -> checking.problem("threading-header", email.at("headers"), header));
		}
	}

	private static Set<String> headers(TypedStruct email, Checking checking) {
		Set<String> headers = new LinkedHashSet<>();
		if (email.get("headers") instanceof TypedValue.Entries entries) {
			entries.entries().forEach((name, value) -> {
				if (!headers.add(canonical(name))) {
					checking.problem("repeated-header", value.place(), canonical(name));
				}
			});
		}
		return headers;
	}

	/** Names of headers in one form (Go {@code net/textproto}). */
	static String canonical(String header) {
		if (!HEADER.matcher(header).matches()) {
			return header;
		}
		return WORD.matcher(header.toLowerCase(Locale.ROOT))
			.replaceAll((word) -> java.util.regex.Matcher
				.quoteReplacement(word.group().substring(0, 1).toUpperCase(Locale.ROOT) + word.group().substring(1)));
	}

}
