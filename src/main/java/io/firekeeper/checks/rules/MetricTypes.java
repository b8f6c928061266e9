package io.firekeeper.checks.rules;

import org.jspecify.annotations.Nullable;

/**
 * What kind of metric a name stands for, such as the metadata that a replica has seen.
 */
@FunctionalInterface
public interface MetricTypes {

	/** Nothing is known but what names say. */
	MetricTypes UNKNOWN = (_) -> null;

	/** The type of a metric, or {@code null} when it is not known. */
	@Nullable MetricType of(String metric);

	/** The types that matter to a check. */
	enum MetricType {

		/** Only rises, but for restarts. */
		COUNTER,

		/** Rises and falls. */
		GAUGE

	}

}
