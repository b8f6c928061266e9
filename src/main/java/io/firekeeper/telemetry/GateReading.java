package io.firekeeper.telemetry;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a gate compares: a replica's own figures at a moment.
 *
 * @param readable whether they could be read at all
 * @param targetsUp targets up by job
 * @param targetsTotal active targets by job
 * @param ruleFailures rule evaluations that failed since the process started
 * @param headSeries series in the head
 * @param at when
 */
public record GateReading(boolean readable, Map<String, Integer> targetsUp, Map<String, Integer> targetsTotal,
		OptionalDouble ruleFailures, OptionalDouble headSeries, Instant at) {
}
