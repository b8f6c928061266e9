package io.firekeeper.checks.rules;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.PrometheusDuration;
import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.YamlScalar;
import org.jspecify.annotations.Nullable;

/**
 * A {@code for} or {@code keep_firing_for} that settings do not allow.
 *
 * @param key which of the two
 * @param minimum the least, in milliseconds, or {@code null}
 * @param maximum the most, in milliseconds, or {@code null}
 * @param own how bad it is, or {@code null}
 */
record DurationBounds(String key, @Nullable Long minimum, @Nullable Long maximum,
		@Nullable Severity own) implements RuleCheck {

	static @Nullable RuleCheck read(String key, SettingsItem item) {
		item.needsAny("min", "max");
		return new DurationBounds(key, item.milliseconds("min"), item.milliseconds("max"), item.severity());
	}

	@Override
	public String name() {
		return "duration-bounds";
	}

	@Override
	public Severity severity() {
		return Severity.WARNING;
	}

	@Override
	public void check(Rule rule, RuleContext context, Report report) {
		YamlScalar scalar = rule.scalar(this.key);
		Long written = rule.milliseconds(this.key);
		if (!rule.isAlert() || scalar != null && written == null) {
			return;
		}
		long value = (written != null) ? written : 0;
		Position place = ((scalar != null) ? scalar : rule.title()).position();
		if (this.minimum != null && value < this.minimum) {
			report.as(this.own).at(place, "short", rule.name(), this.key, text(this.minimum));
		}
		else if (this.maximum != null && value > this.maximum) {
			report.as(this.own).at(place, "long", rule.name(), this.key, text(this.maximum));
		}
	}

	private static String text(long milliseconds) {
		return new PrometheusDuration(milliseconds).toString();
	}

}
