package io.firekeeper.checks.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.google.re2j.PatternSyntaxException;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.CheckSettings.Level;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * One demand of the settings. What is wrong with it is reported, and it does not count.
 */
final class SettingsItem {

	private final YamlMapping mapping;

	private final Problems problems;

	private final Set<String> known = new HashSet<>();

	private boolean wrong;

	SettingsItem(YamlMapping mapping, Problems problems) {
		this.mapping = mapping;
		this.problems = problems;
	}

	/** The text behind a key, or {@code null}. */
	@Nullable String text(String key) {
		YamlScalar scalar = scalar(key);
		return (scalar != null) ? scalar.text() : null;
	}

	/** The text behind a key that must be there. */
	@Nullable String required(String key) {
		String text = text(key);
		if (text == null) {
			refuse(this.mapping, "missing-key", key);
		}
		return text;
	}

	/** The regular expression behind a key, or {@code null}. */
	@Nullable RulePattern pattern(String key) {
		YamlScalar scalar = scalar(key);
		try {
			return (scalar != null) ? RulePattern.of(scalar.text()) : null;
		}
		catch (PatternSyntaxException ex) {
			return refuse(this.mapping, "not-regex", key, ex.getDescription());
		}
	}

	/** The duration behind a key in milliseconds, or {@code null}. */
	@Nullable Long milliseconds(String key) {
		YamlScalar scalar = scalar(key);
		Long milliseconds = Rule.milliseconds(scalar);
		if (scalar != null && milliseconds == null) {
			refuse(scalar, "not-duration", key);
		}
		return milliseconds;
	}

	/** The texts behind a key. */
	List<String> texts(String key) {
		this.known.add(key);
		YamlNode node = this.mapping.get(key);
		if (node == null) {
			return List.of();
		}
		if (!(node instanceof YamlSequence sequence)) {
			refuse(node, "not-list");
			return List.of();
		}
		return sequence.items()
			.stream()
			.filter(YamlScalar.class::isInstance)
			.map((item) -> ((YamlScalar) item).text())
			.toList();
	}

	/** Whether a key says so. */
	boolean flag(String key) {
		YamlScalar scalar = scalar(key);
		if (scalar != null && !List.of("true", "false").contains(scalar.text())) {
			refuse(scalar, "not-boolean", key);
		}
		return scalar != null && scalar.text().equals("true");
	}

	/** How bad it is when it is not met, or {@code null} when that is left open. */
	@Nullable Severity severity() {
		YamlScalar scalar = scalar("severity");
		Level level = (scalar != null) ? level(scalar.text()) : null;
		if (scalar != null && (level == null || level == Level.OFF)) {
			refuse(scalar, "unknown-severity", scalar.text());
		}
		return (level != null) ? level.severity() : null;
	}

	/** Refuses it when it has none of these keys. */
	void needsAny(String... keys) {
		if (Stream.of(keys).allMatch((key) -> this.mapping.get(key) == null)) {
			refuse(this.mapping, "demands-nothing", String.join(", ", keys));
		}
	}

	/** Whether nothing is wrong with it. */
	boolean end() {
		for (YamlMapping.Entry entry : this.mapping.entries()) {
			if (!this.known.contains(entry.key().text())) {
				refuse(entry.key(), "unknown-key", entry.key().text());
			}
		}
		return !this.wrong;
	}

	static @Nullable Level level(String text) {
		return Arrays.stream(Level.values())
			.filter((level) -> level.name().toLowerCase(Locale.ROOT).equals(text))
			.findFirst()
			.orElse(null);
	}

	private @Nullable YamlScalar scalar(String key) {
		this.known.add(key);
		YamlNode node = this.mapping.get(key);
		if (node != null && !(node instanceof YamlScalar)) {
			return refuse(node, "not-text", key);
		}
		return Rule.scalar(this.mapping, key);
	}

	private <T> @Nullable T refuse(YamlNode place, String code, String... arguments) {
		this.wrong = true;
		this.problems.report(place, code, arguments);
		return null;
	}

	/** Takes what is wrong. */
	@FunctionalInterface
	interface Problems {

		void report(YamlNode place, String code, String... arguments);

	}

}
