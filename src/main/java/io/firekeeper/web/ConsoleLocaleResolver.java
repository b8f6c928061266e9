package io.firekeeper.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language that the person chose, otherwise the best that the browser accepts,
 * otherwise English.
 */
class ConsoleLocaleResolver implements LocaleResolver {

	private final AcceptHeaderLocaleResolver accepted = new AcceptHeaderLocaleResolver();

	ConsoleLocaleResolver() {
		this.accepted.setSupportedLocales(List.of(Locale.ENGLISH, Locale.CHINESE));
		this.accepted.setDefaultLocale(Locale.ENGLISH);
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return Preference.LANGUAGE.kept(request).map(Locale::of).orElseGet(() -> this.accepted.resolveLocale(request));
	}

	@Override
	public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
		throw new UnsupportedOperationException("The language is chosen by a link, see Preference");
	}

}
