package io.firekeeper.checks;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScrapeTimeoutOverIntervalTests {

	private final ScrapeTimeoutOverInterval check = new ScrapeTimeoutOverInterval();

	@Test
	void whenATimeoutIsAboveTheIntervalThenItIsFoundWhereverBothAreSet() {
		assertThat(Subjects.lines(check("""
				global: {scrape_interval: 15s, scrape_timeout: 12s}
				scrape_configs:
				  - {job_name: own, scrape_interval: 1m, scrape_timeout: 1m1s}
				  - {job_name: fast, scrape_interval: 10s}
				  - {job_name: slow, scrape_timeout: 20s}
				"""))).containsExactly("ERROR 3:58 scrape-timeout-over-interval.longer [own, 1m1s, 1m]",
				"ERROR 4:16 scrape-timeout-over-interval.longer [fast, 12s, 10s]",
				"ERROR 5:38 scrape-timeout-over-interval.longer [slow, 20s, 15s]");
	}

	@Test
	void whenTheTimeoutFitsOrIsTheDefaultThenNothingIsFound() {
		assertThat(check("""
				scrape_configs:
				  - {job_name: own, scrape_interval: 1m, scrape_timeout: 60s}
				  - {job_name: fast, scrape_interval: 5s}
				  - {job_name: slow, scrape_timeout: 1m}
				  - {job_name: odd, scrape_timeout: often}
				""")).isEmpty();
	}

	private List<Finding> check(String configuration) {
		return this.check.check(Subjects.subject(List.of(),
				Map.of("own", "jobs", "fast", "jobs", "slow", "jobs", "odd", "jobs"), configuration, configuration));
	}

}
