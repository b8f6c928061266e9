package io.firekeeper.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a person may choose about the look of the console, kept in a cookie of their
 * browser and changed by a link with the parameter.
 */
enum Preference {

	LANGUAGE("lang", "en", "zh"),

	THEME("theme", "system", "light", "dark"),

	ZONE("zone", "local", "utc");

	private final String parameter;

	private final List<String> values;

	Preference(String parameter, String... values) {
		this.parameter = parameter;
		this.values = List.of(values);
	}

	String parameter() {
		return this.parameter;
	}

	String cookie() {
		return "firekeeper-" + this.parameter;
	}

	/** The choice that a link of this request makes. */
	Optional<String> chosen(HttpServletRequest request) {
		return Optional.ofNullable(request.getParameter(this.parameter)).filter(this.values::contains);
	}

	/** The choice made before. */
	Optional<String> kept(HttpServletRequest request) {
		Cookie[] cookies = Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]);
		return Arrays.stream(cookies)
			.filter((cookie) -> cookie.getName().equals(cookie()))
			.map(Cookie::getValue)
			.filter(this.values::contains)
			.findFirst();
	}

}
