package io.firekeeper.rollouts;

import java.time.Duration;
import java.util.Map;

import io.firekeeper.configuration.Bundle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobComparisonTests {

	private static final String BEFORE = """
			global:
			  scrape_interval: 15s
			scrape_configs:
			  - job_name: node
			    file_sd_configs: [{files: [targets/node.yml]}]
			  - job_name: api
			    scrape_interval: 1m30s
			    static_configs: [{targets: [a:80, b:80]}]
			  - job_name: old
			    static_configs: [{targets: [c:80]}]
			""";

	@Test
	void whenNothingChangesThenEveryJobIsUnchangedAndTheLongestIntervalCounts() {
		assertThat(JobComparison.of(bundle(BEFORE, "[]"), bundle(BEFORE, "[]"))).satisfies((comparison) -> {
			assertThat(comparison.unchanged()).containsExactlyInAnyOrder("node", "api", "old");
			assertThat(comparison.settling()).isEqualTo(Duration.ofSeconds(90));
		});
	}

	@Test
	void whenJobsChangeOrGoThenOnlyTheOthersAreUnchanged() {
		String after = """
				global:
				  scrape_interval: 15s
				scrape_configs:
				  - job_name: node
				    file_sd_configs:
				      - files:
				          - targets/node.yml
				  - job_name: api
				    static_configs: [{targets: [a:80]}]
				""";
		assertThat(JobComparison.of(bundle(BEFORE, "[]"), bundle(after, "[]"))).satisfies((comparison) -> {
			assertThat(comparison.unchanged()).containsExactly("node");
			assertThat(comparison.settling()).isEqualTo(Duration.ofSeconds(15));
		});
	}

	@Test
	void whenAFileThatAJobReadsChangesThenTheJobIsChanged() {
		assertThat(JobComparison.of(bundle(BEFORE, "[]"), bundle(BEFORE, "[{targets: [x:1]}]")).unchanged())
			.containsExactlyInAnyOrder("api", "old");
	}

	@Test
	void whenNothingWasProvenBeforeThenNoJobIsKnownToBeUnchanged() {
		assertThat(JobComparison.of(null, bundle(BEFORE, "[]"))).satisfies((comparison) -> {
			assertThat(comparison.unchanged()).isEmpty();
			assertThat(comparison.settling()).isEqualTo(Duration.ofSeconds(90));
		});
	}

	@Test
	void whenAnIntervalIsVeryLongThenNobodyWaitsForIt() {
		String text = BEFORE.replace("1m30s", "1h");
		assertThat(JobComparison.of(bundle(text, "[]"), bundle(text, "[]")).settling())
			.isEqualTo(Duration.ofMinutes(2));
	}

	@Test
	void whenTheFileIsEmptyThenThereAreNoJobs() {
		assertThat(JobComparison.of(null, Bundle.of(Map.of("prometheus.yml", ""))))
			.isEqualTo(new JobComparison(java.util.Set.of(), Duration.ZERO));
	}

	@Test
	void whenRulesChangeThenTheirEvaluationIsWaitedFor() {
		String text = "global: {evaluation_interval: 20s}\nrule_files: [rules/*.yml]\n";
		assertThat(JobComparison.of(bundle(text, "[]"), bundle(text, "[{}]")).settling())
			.isEqualTo(Duration.ofSeconds(20));
		assertThat(JobComparison.of(bundle(text, "[]"), bundle(text, "[]")).settling()).isZero();
	}

	private static Bundle bundle(String main, String targets) {
		return Bundle.of(Map.of("prometheus.yml", main, "targets/node.yml", targets));
	}

}
