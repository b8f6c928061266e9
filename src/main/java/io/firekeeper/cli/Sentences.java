package io.firekeeper.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.firekeeper.faults.Message;
import io.firekeeper.promql.Note;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The sentences of the message bundles in one language. */
final class Sentences {

	private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

	private final Locale locale;

	Sentences(Locale locale) {
		this.locale = locale;
		this.bundles.setBasenames("i18n/cli/messages", "i18n/configuration/messages", "i18n/promql/messages",
				"i18n/checks/messages");
		this.bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.bundles.setFallbackToSystemLocale(false);
	}

	String of(Message message) {
		return of(message.key(), message.arguments());
	}

	/** What was expected in an expression, and hints. */
	List<String> of(List<Note> notes) {
		return notes.stream().map((note) -> of(note.key(), note.arguments())).toList();
	}

	String of(String key, Object... arguments) {
		return of(Message.of(key, arguments));
	}

	String of(String key, List<String> arguments) {
		return this.bundles.getMessage(key, arguments.toArray(), this.locale);
	}

}
