package io.firekeeper.rollouts;

import java.util.List;
import java.util.Locale;

import io.firekeeper.faults.Message;
import io.firekeeper.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * A reason and what it comes from as one text, all of it in one language.
 */
@Component
class Reasons {

	private final Texts texts;

	Reasons(Texts texts) {
		this.texts = texts;
	}

	/** In the language of the current request; {@code null} without a reason. */
	@Nullable String of(@Nullable Message reason, List<Message> causes) {
		return (reason != null) ? of(reason, causes, LocaleContextHolder.getLocale()) : null;
	}

	String of(Message reason, List<Message> causes, Locale locale) {
		String text = this.texts.of(reason, locale);
		for (Message cause : causes) {
			text = this.texts.of(Message.of("rollouts.reason.joined", text, this.texts.of(cause, locale)), locale);
		}
		return text;
	}

}
