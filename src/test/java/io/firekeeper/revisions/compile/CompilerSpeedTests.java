package io.firekeeper.revisions.compile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.firekeeper.checks.Checks;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 1,000 jobs with 10 targets each and 10,000 rules for a pair of replicas, held against a
 * fifth of them. The bound is far below what quadratic work would take, and one of
 * several looks has to stay within it: others may be at work on the machine.
 */
class CompilerSpeedTests {

	private static final int LOOKS = 8;

	@Test
	void whenTheFleetIsLargeThenCompilingStaysLinear() {
		List<String> looks = new ArrayList<>();
		boolean linear = false;
		while (!linear && looks.size() < LOOKS) {
			Duration small = fastest(20);
			Duration large = fastest(100);
			looks.add(small + " → " + large);
			linear = large.compareTo(small.multipliedBy(15)) < 0;
		}
		assertThat(linear).as("%s", looks).isTrue();
	}

	private Duration fastest(int size) {
		DesiredState state = Fleets.state(policies(size).toArray(DesiredPolicy[]::new));
		return IntStream.range(0, 4).mapToObj((round) -> compile(state)).min(Duration::compareTo).orElseThrow();
	}

	private Duration compile(DesiredState state) {
		Compiler compiler = new Compiler(new Checks(List.of(), List.of()));
		long start = System.nanoTime();
		assertThat(compiler.compile(state).submittable()).isTrue();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static List<DesiredPolicy> policies(int size) {
		List<DesiredPolicy> policies = new ArrayList<>();
		for (int index = 0; index < size; index++) {
			policies.add(Fleets.created("jobs-" + index, jobs(index)));
			policies.add(Fleets.created("rules-" + index, rules(index)));
		}
		return policies;
	}

	private static String jobs(int policy) {
		String targets = IntStream.range(0, 10)
			.mapToObj((target) -> "10.0.0." + target + ":9100")
			.collect(Collectors.joining(", "));
		return envelope("ScrapeJobs", "jobs-" + policy) + IntStream.range(0, 10)
			.mapToObj((job) -> "  - {job_name: job-%d-%d, static_configs: [{targets: ['%s']}]}%n".formatted(policy, job,
					targets.replace(", ", "', '")))
			.collect(Collectors.joining());
	}

	private static String rules(int policy) {
		return envelope("RuleGroups", "rules-" + policy) + "  groups:\n    - name: g\n      rules:\n" + IntStream
			.range(0, 100)
			.mapToObj((rule) -> "        - {alert: A%d, expr: 'up{cluster=\"$(cluster.name)\", job=\"j%d\"} == 0'}%n"
				.formatted(rule, policy))
			.collect(Collectors.joining());
	}

	private static String envelope(String kind, String name) {
		return "kind: %s%nname: %s%nteam: platform%nclusters: {matchLabels: {cluster: eu}}%nspec:%n".formatted(kind,
				name);
	}

}
