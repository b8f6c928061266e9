package io.firekeeper.configuration;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LargeRuleFileTests {

	@Test
	void whenAFileHasTenThousandRulesThenItIsReadCheckedAndPrintedWithoutLoss() {
		String text = text(10_000);
		YamlNode root = Objects.requireNonNull(Yaml.read(text, Yaml.RENDERED_LIMIT).root());
		assertThat(PrometheusSchema.checkRuleFile(root, TargetVersion.NEWEST)).isEmpty();
		assertThat(Yaml.print(root)).isEqualTo(text);
	}

	@Test
	void whenAFileIsFourTimesAsLongThenTheWorkIsNotSixteenTimesAsMuch() {
		String small = text(3000);
		String large = text(12_000);
		processorTime(small);
		assertThat(processorTime(large)).isLessThan(10 * processorTime(small));
	}

	/**
	 * The least of three runs, in processor time, which other processes do not lengthen.
	 */
	private static long processorTime(String text) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		return LongStream.range(0, 3).map((_) -> {
			long start = threads.getCurrentThreadCpuTime();
			YamlNode root = Objects.requireNonNull(Yaml.read(text, Yaml.RENDERED_LIMIT).root());
			assertThat(PrometheusSchema.checkRuleFile(root, TargetVersion.NEWEST)).isEmpty();
			assertThat(Yaml.print(root)).hasSameSizeAs(text);
			return threads.getCurrentThreadCpuTime() - start;
		}).min().orElseThrow();
	}

	private static String text(int rules) {
		StringBuilder text = new StringBuilder("groups:\n");
		for (int rule = 0; rule < rules; rule++) {
			if (rule % 100 == 0) {
				text.append("  - name: group-").append(rule / 100).append("\n    rules:\n");
			}
			text.append("""
					      - alert: Alert%1$d
					        expr: sum by (job) (rate(http_requests_total{code=~"5..",shard="%1$d"}[5m])) > 0.05
					        for: 10m
					        labels:
					          severity: page
					        annotations:
					          summary: "Errors of {{ $labels.job }}: {{ $value }}"
					""".formatted(rule));
		}
		return text.toString();
	}

}
