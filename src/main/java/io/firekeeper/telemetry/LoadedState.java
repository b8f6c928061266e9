package io.firekeeper.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Difference;
import io.firekeeper.configuration.LoadedRuleGroup;
import io.firekeeper.configuration.SemanticComparison;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.RuleGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Holds what a replica says that it loaded against a bundle, by meaning.
 */
@Component
class LoadedState {

	private static final Logger logger = LoggerFactory.getLogger(LoadedState.class);

	private final ReplicaWords words;

	LoadedState(ReplicaWords words) {
		this.words = words;
	}

	/**
	 * Compares {@code /api/v1/status/config} with prometheus.yml.
	 * @param resolved the bundle with secrets in clear
	 */
	Comparison configuration(Replica replica, Bundle resolved, String loaded, TargetVersion version) {
		String expected = resolved.files().getOrDefault(Bundle.MAIN_FILE, "");
		return guarded(replica, () -> SemanticComparison.ofConfigurations(expected, loaded,
				replica.directory().currentDirectory(), version));
	}

	/**
	 * Compares {@code /api/v1/rules} with the rule files.
	 * @param resolved the bundle with secrets in clear
	 */
	Comparison rules(Replica replica, Bundle resolved, List<RuleGroup> loaded, TargetVersion version) {
		RuleFiles files = RuleFiles.of(resolved, replica.directory().currentDirectory());
		if (!files.missing().isEmpty()) {
			return Comparison.of(files.missing().stream().map((path) -> path + ": — → named in rule_files").toList());
		}
		List<LoadedRuleGroup> groups = loaded.stream().map(LoadedState::group).toList();
		return guarded(replica, () -> SemanticComparison.ofRules(files.byReportedPath(), groups,
				files.evaluationInterval().toSeconds(), version));
	}

	/** A replica is hostile input: nothing that it says may break the comparison. */
	private Comparison guarded(Replica replica, Supplier<List<Difference>> comparing) {
		try {
			return Comparison.of(comparing.get().stream().map(this::text).toList());
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.warn("What {} loaded cannot be compared", replica.name(), ex);
			return new Comparison.Unseen(ex.getClass().getSimpleName());
		}
	}

	private String text(Difference difference) {
		return this.words
			.of(difference.path() + ": " + side(difference.expected()) + " → " + side(difference.actual()));
	}

	private static String side(@Nullable String value) {
		return (value != null) ? value : "—";
	}

	static LoadedRuleGroup group(RuleGroup group) {
		List<LoadedRuleGroup.LoadedRule> rules = new ArrayList<>();
		for (RuleGroup.Rule rule : group.rules()) {
			rules.add(new LoadedRuleGroup.LoadedRule(rule.alerting(), rule.name(), rule.query(), rule.duration(),
					rule.keepFiringFor(), rule.labels(), rule.annotations()));
		}
		return new LoadedRuleGroup(group.file(), group.name(), group.interval(), group.limit(), rules);
	}

}
