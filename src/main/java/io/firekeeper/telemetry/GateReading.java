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
 * @param failingRules the errors of rules whose last evaluation failed, in the replica's
 * words, by group and rule such as {@code node: NodeDown}
 * @param headSeries series in the head
 * @param at when
 */
public record GateReading(boolean readable, Map<String, Integer> targetsUp, Map<String, Integer> targetsTotal,
		Map<String, String> failingRules, OptionalDouble headSeries, Instant at) {
}
