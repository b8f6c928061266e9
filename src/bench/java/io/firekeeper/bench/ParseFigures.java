package io.firekeeper.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The table of {@link ParseBenchmark}. */
final class ParseFigures {

	private ParseFigures() {
	}

	static void measure(boolean quick) throws IOException, RunnerException {
		Collection<RunResult> results = new Runner(new OptionsBuilder().include(ParseBenchmark.class.getName())
			.forks(quick ? 1 : 3)
			.warmupIterations(quick ? 2 : 5)
			.measurementIterations(quick ? 2 : 5)
			.warmupTime(TimeValue.seconds(2))
			.measurementTime(TimeValue.seconds(2))
			.addProfiler(GCProfiler.class)
			.build()).run();
		System.out.println("| expressions | count | mean bytes | ns each | ± | MB/s | B allocated each |");
		System.out.println("|---|---|---|---|---|---|---|");
		for (RunResult result : results) {
			print(result);
		}
	}

	private static void print(RunResult result) throws IOException {
		boolean accepted = Boolean.parseBoolean(result.getParams().getParam("onlyAccepted"));
		List<String> expressions = ParseBenchmark.chosen(accepted);
		double bytes = expressions.stream()
			.mapToInt((text) -> text.getBytes(StandardCharsets.UTF_8).length)
			.average()
			.orElseThrow();
		double time = result.getPrimaryResult().getScore();
		double allocated = Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore();
		System.out.printf("| %s | %d | %.1f | %.0f | %.0f | %.1f | %.0f |%n", accepted ? "accepted" : "all",
				expressions.size(), bytes, time, result.getPrimaryResult().getScoreError(), bytes * 1e3 / time,
				allocated);
	}

}
