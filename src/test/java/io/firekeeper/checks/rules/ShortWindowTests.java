package io.firekeeper.checks.rules;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShortWindowTests {

	private static final RuleFile FILE = Rules.file("""
			- record: a:b
			  expr: |
			    sum(rate(foo_total[1m]))
			    / sum(rate(foo_total{job="slow"}[5m]))
			""");

	@Test
	void whenAWindowHoldsOneSampleThenItIsFoundAndFixed() {
		RuleSubject subject = RuleSubject.of(List.of(FILE), Rules.target("""
				global: {scrape_interval: 45s}
				scrape_configs: [{job_name: slow, scrape_interval: 5m}, {job_name: other}]
				"""));
		assertThat(Rules.found("short-window", subject)).containsExactly("WARNING 6:26 short [rate, 1m, 45s, 3m]",
				"WARNING 7:40 short [rate, 5m, 5m, 20m]");
		assertThat(Rules.fixed("short-window", subject)).contains("rate(foo_total[3m])");
	}

	@Test
	void whenTheIntervalIsNotKnownThenNothingIsFound() {
		assertThat(Rules.found("short-window", RuleSubject.of(List.of(FILE), Target.of(Rules.DIALECT)))).isEmpty();
	}

	@Test
	void whenJobsStandInOtherFilesThenOnlyNamedJobsAreKnown() {
		RuleSubject subject = RuleSubject.of(List.of(FILE), Rules.target("""
				scrape_config_files: [jobs/*.yml]
				scrape_configs: [{job_name: slow, scrape_interval: 5m}]
				"""));
		assertThat(Rules.found("short-window", subject)).containsExactly("WARNING 7:40 short [rate, 5m, 5m, 20m]");
	}

}
