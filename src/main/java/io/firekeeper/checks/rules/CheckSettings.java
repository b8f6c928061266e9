package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * How rules are checked: how bad findings are, and what is demanded besides. Written as
 * the mapping {@code checks} of a policy, or in a file of its own.
 */
public final class CheckSettings {

	/** Every check as bad as it is by itself, and nothing demanded. */
	public static final CheckSettings DEFAULT = new CheckSettings(Map.of(), List.of());

	private final Map<String, Level> levels;

	private final List<RuleCheck> demands;

	CheckSettings(Map<String, Level> levels, List<RuleCheck> demands) {
		this.levels = Map.copyOf(levels);
		this.demands = List.copyOf(demands);
	}

	/**
	 * Reads the mapping. What is wrong with it is a finding, and the rest counts.
	 * @param file what findings call the text
	 * @param checks the mapping
	 */
	public static Reading read(String file, YamlNode checks) {
		return new SettingsReader(file).read(checks);
	}

	/** These settings, and where they are silent those. */
	public CheckSettings over(CheckSettings base) {
		Map<String, Level> levels = new HashMap<>(base.levels);
		levels.putAll(this.levels);
		List<RuleCheck> demands = new ArrayList<>(base.demands);
		demands.addAll(this.demands);
		return new CheckSettings(levels, demands);
	}

	/** What is demanded besides. */
	List<RuleCheck> demands() {
		return this.demands;
	}

	/** How bad the findings of a check are, or {@code null} when it is off. */
	@Nullable Severity severity(RuleCheck check) {
		Level level = this.levels.get(check.name());
		return (level != null) ? level.severity() : check.severity();
	}

	/**
	 * What was read.
	 *
	 * @param settings the settings
	 * @param findings what is wrong with them
	 */
	public record Reading(CheckSettings settings, List<Finding> findings) {

		public Reading {
			findings = List.copyOf(findings);
		}

	}

	/** A severity, or none. */
	enum Level {

		OFF(null), INFO(Severity.INFO), WARNING(Severity.WARNING), ERROR(Severity.ERROR);

		private final @Nullable Severity severity;

		Level(@Nullable Severity severity) {
			this.severity = severity;
		}

		@Nullable Severity severity() {
			return this.severity;
		}

	}

}
