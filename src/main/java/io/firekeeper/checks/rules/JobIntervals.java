package io.firekeeper.checks.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The scrape intervals of jobs, in milliseconds.
 *
 * @param byJob by the name of the job
 * @param shortest the shortest of them, or {@code null} when there is no job
 */
public record JobIntervals(Map<String, Long> byJob, @Nullable Long shortest) {

	public JobIntervals {
		byJob = Map.copyOf(byJob);
	}

	/** Those of jobs. */
	public static JobIntervals of(Map<String, Long> byJob) {
		return new JobIntervals(byJob, byJob.values().stream().min(Long::compare).orElse(null));
	}

	/** That of a job, or {@code null} when there is no such job. */
	@Nullable Long of(String job) {
		return this.byJob.get(job);
	}

}
