package io.firekeeper.ruletests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TextLines;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.policies.PolicyDocument;

import org.springframework.stereotype.Component;

/**
 * Runs the unit tests that a policy brings against its rendered rules. What was run last
 * is kept: the same rules and tests are asked for with every preview.
 */
@Component
public class RuleTests {

	static final String CHECK = "rule-tests";

	private static final int MOST_KEPT = 500;

	private final Promtool promtool;

	private final Clock clock;

	/** A busy machine may have more time later. */
	private static final Duration TIMED_OUT_KEPT = Duration.ofMinutes(10);

	private final Map<Asked, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
			return size() > MOST_KEPT;
		}

	});

	RuleTests(Promtool promtool, Clock clock) {
		this.promtool = promtool;
		this.clock = clock;
	}

	/**
	 * What the tests of a policy found.
	 * @param policy the policy
	 * @param ruleFile its rule file as a replica gets it
	 */
	public List<Finding> of(PolicyDocument policy, String ruleFile) {
		List<Finding> findings = new ArrayList<>();
		for (Map.Entry<String, YamlScalar> test : policy.tests().entrySet()) {
			findings.addAll(of(policy.name(), test.getKey(), test.getValue(), ruleFile));
		}
		return findings;
	}

	private List<Finding> of(String policy, String name, YamlScalar test, String ruleFile) {
		Yaml.Reading reading = Yaml.read(test.text(), Yaml.USER_LIMIT);
		if (!reading.isAccepted()) {
			return reading.problems().stream().map((problem) -> unreadable(policy, test, problem)).toList();
		}
		if (!(reading.root() instanceof YamlMapping content)) {
			return List.of(Finding.in(policy, test.position(), Severity.ERROR, CHECK, "not-mapping", name));
		}
		String bound = Yaml
			.print(content.with("rule_files", YamlSequence.of(List.of(YamlScalar.string(Promtool.RULES)))));
		return switch (run(new Asked(ruleFile, bound))) {
			case TestRun.Passed _ -> List.of();
			case TestRun.Failed failed ->
				List.of(Finding.in(policy, test.position(), Severity.ERROR, CHECK, "failed", name, failed.words()));
			case TestRun.TimedOut _ ->
				List.of(Finding.in(policy, test.position(), Severity.ERROR, CHECK, "timed-out", name));
			case TestRun.NoPromtool _ ->
				List.of(Finding.in(policy, test.position(), Severity.WARNING, CHECK, "no-promtool", name));
			case TestRun.NotRun failure -> List
				.of(Finding.in(policy, test.position(), Severity.WARNING, CHECK, "not-run", name, failure.reason()));
		};
	}

	/** What YAML says, at the place in the policy. */
	private static Finding unreadable(String policy, YamlScalar test, Problem problem) {
		int offset = new TextLines(test.text()).offset(problem.position());
		return Finding.of(problem, policy).at((offset >= 0) ? test.position(offset) : test.position());
	}

	/**
	 * Only what the texts decide is kept: another try may have more luck with the rest.
	 */
	private TestRun run(Asked asked) {
		Kept known = this.kept.get(asked);
		if (known != null && known.until().isAfter(this.clock.instant())) {
			return known.run();
		}
		TestRun run = this.promtool.test(asked.rules(), asked.tests());
		switch (run) {
			case TestRun.Passed _, TestRun.Failed _ -> this.kept.put(asked, new Kept(run, Instant.MAX));
			case TestRun.TimedOut _ -> this.kept.put(asked, new Kept(run, this.clock.instant().plus(TIMED_OUT_KEPT)));
			case TestRun.NoPromtool _, TestRun.NotRun _ -> this.kept.remove(asked);
		}
		return run;
	}

	private record Asked(String rules, String tests) {
	}

	private record Kept(TestRun run, Instant until) {
	}

}
