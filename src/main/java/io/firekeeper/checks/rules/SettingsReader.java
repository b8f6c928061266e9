package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.rules.CheckSettings.Level;
import io.firekeeper.checks.rules.CheckSettings.Reading;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads the mapping {@code checks}.
 */
final class SettingsReader {

	/** The check that finds what is wrong with settings. */
	static final String CHECK = "check-settings";

	private final Map<String, Level> levels = new HashMap<>();

	private final List<RuleCheck> demands = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private final String file;

	SettingsReader(String file) {
		this.file = file;
	}

	Reading read(YamlNode checks) {
		if (checks instanceof YamlMapping mapping) {
			mapping.entries().forEach((entry) -> section(entry.key(), entry.value()));
		}
		else if (!(checks instanceof YamlScalar scalar && scalar.isNull())) {
			problem(checks, "not-mapping");
		}
		return new Reading(new CheckSettings(this.levels, this.demands), this.findings);
	}

	private void section(YamlScalar key, YamlNode value) {
		switch (key.text()) {
			case "severity" -> severities(value);
			case "require_labels" -> demands(value, RequiredLabel::read);
			case "require_annotations" -> demands(value, RequiredAnnotation::read);
			case "require_matchers" -> demands(value, RequiredMatcher::read);
			case "keep_labels" -> demands(value, AggregatedLabel::kept);
			case "drop_labels" -> demands(value, AggregatedLabel::dropped);
			case "forbid" -> demands(value, ForbiddenText::read);
			case "names" -> demands(value, NameConvention::read);
			case "for", "keep_firing_for" -> demand(value, (item) -> DurationBounds.read(key.text(), item));
			case "range" -> demand(value, LongestRange::read);
			default -> problem(key, "unknown-key", key.text());
		}
	}

	private void demands(YamlNode value, Demand demand) {
		if (value instanceof YamlSequence sequence) {
			sequence.items().forEach((item) -> demand(item, demand));
		}
		else {
			problem(value, "not-list");
		}
	}

	private void demand(YamlNode value, Demand demand) {
		if (!(value instanceof YamlMapping mapping)) {
			problem(value, "not-mapping");
			return;
		}
		SettingsItem item = new SettingsItem(mapping, this::problem);
		RuleCheck check = demand.read(item);
		boolean sound = item.end();
		if (check != null && sound) {
			this.demands.add(check);
		}
	}

	private void severities(YamlNode value) {
		if (!(value instanceof YamlMapping mapping)) {
			problem(value, "not-mapping");
			return;
		}
		for (YamlMapping.Entry entry : mapping.entries()) {
			String check = entry.key().text();
			if (!RuleChecks.names().contains(check)) {
				problem(entry.key(), "unknown-check", check);
			}
			else if (entry.value() instanceof YamlScalar level
					&& SettingsItem.level(level.text()) instanceof Level read) {
				this.levels.put(check, read);
			}
			else {
				problem(entry.value(), "unknown-severity",
						(entry.value() instanceof YamlScalar level) ? level.text() : check);
			}
		}
	}

	private void problem(YamlNode place, String code, String... arguments) {
		this.findings.add(Finding.in(this.file, place.position(), Severity.WARNING, CHECK, code, arguments));
	}

	/** Makes a check of a demand. */
	@FunctionalInterface
	private interface Demand {

		@Nullable RuleCheck read(SettingsItem item);

	}

}
