package io.firekeeper.web;

import java.util.Locale;

import io.firekeeper.faults.Message;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Sentences of the message bundles in the language of the current request. Templates call
 * it {@code @texts}.
 */
@Component("texts")
public class Texts {

	private final MessageSource messages;

	Texts(MessageSource messages) {
		this.messages = messages;
	}

	/** The sentence in the language of the current request. */
	public String of(Message message) {
		return of(message, LocaleContextHolder.getLocale());
	}

	/** The sentence in a language. */
	public String of(Message message, Locale locale) {
		return this.messages.getMessage(message.key(), message.arguments().toArray(), locale);
	}

	/** The text of a key that has no arguments. */
	public String word(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
