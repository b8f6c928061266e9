package io.firekeeper.web;

import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the layout and the components need to know of the current request. Templates call
 * it {@code @shell}.
 */
@Component("shell")
class Shell {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private static final List<NavigationItem> NAVIGATION = List.of(NavigationItem.of("fleet", "f"),
			NavigationItem.of("policies", "p"), NavigationItem.of("changes", "c"), NavigationItem.of("rollouts", "r"),
			NavigationItem.of("audit", "a").needing(Permission.AUDIT_READ), NavigationItem.of("access", "x"),
			NavigationItem.of("settings", "s"));

	/** The entries above the line are about the fleet, those below about the console. */
	private static final int ABOVE_LINE = 4;

	private static final Map<String, String> KEY_NAMES = Map.of("/", "filter", "j", "next-row", "k", "previous-row",
			"l", "live", "Ctrl S", "save", "Esc", "escape", "?", "help");

	private static final List<String> KEYS = List.of("/", "j", "k", "l", "Ctrl S", "Esc", "?");

	/** The language tag of the page. */
	public String language() {
		return LocaleContextHolder.getLocale().getLanguage().equals("zh") ? "zh-CN" : "en";
	}

	/** {@code light}, {@code dark}, or {@code null} for what the system says. */
	public @Nullable String theme() {
		return Preference.THEME.kept(request()).filter((theme) -> !theme.equals("system")).orElse(null);
	}

	/** The icon for the theme. */
	public String themeIcon() {
		return switch (String.valueOf(theme())) {
			case "light" -> "sun";
			case "dark" -> "moon";
			default -> "system";
		};
	}

	/** {@code local} for the browser's time zone, or {@code utc}. */
	public String zone() {
		return Preference.ZONE.kept(request()).orElse("local");
	}

	/** The name of the signed-in person, {@code null} without one. */
	public @Nullable String user() {
		Principal principal = request().getUserPrincipal();
		return (principal != null) ? principal.getName() : null;
	}

	/** The entries of the main navigation that this person may see. */
	public List<NavigationItem> navigation() {
		return visible(NAVIGATION);
	}

	/** Those about the fleet. */
	public List<NavigationItem> fleetNavigation() {
		return visible(NAVIGATION.subList(0, ABOVE_LINE));
	}

	/** Those about the console itself. */
	public List<NavigationItem> consoleNavigation() {
		return visible(NAVIGATION.subList(ABOVE_LINE, NAVIGATION.size()));
	}

	/** Where the stream of live events stood when this request began. */
	public String position() {
		return String.valueOf(request().getAttribute(LivePositionInterceptor.ATTRIBUTE));
	}

	/** The keys that work on every page. */
	public List<String> keys() {
		return KEYS;
	}

	/** The end of the message key that says what a key does. */
	public @Nullable String keyName(String key) {
		return KEY_NAMES.get(key);
	}

	/** This page with a parameter set to another value. */
	public String link(String parameter, Object value) {
		return RequestLink.of(request()).with(parameter, String.valueOf(value)).toString();
	}

	/** The time in UTC as pages show it, a dash for none. */
	public String utc(@Nullable Instant instant) {
		return (instant != null) ? TIME.format(instant) : "—";
	}

	/** The icon of a state: its own shape if it names one, otherwise that of its tone. */
	public String toneIcon(String tone) {
		List<String> words = List.of(tone.split(" "));
		return words.contains("drift") ? "drift" : words.getFirst();
	}

	/** Whether the fault says something about the field. */
	public boolean concerns(Fault fault, String field) {
		return fault.details().stream().anyMatch((detail) -> detail.field().equals(field));
	}

	/** The id under which the log knows this request. */
	public @Nullable String requestId() {
		return RequestIdFilter.idOf(request());
	}

	private List<NavigationItem> visible(List<NavigationItem> items) {
		return (request().getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof Actor actor)
						? items.stream().filter((item) -> actor.may(item.permission())).toList() : List.of();
	}

	private HttpServletRequest request() {
		return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
	}

}
