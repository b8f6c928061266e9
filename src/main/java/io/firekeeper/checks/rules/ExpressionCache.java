package io.firekeeper.checks.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.PromQl;

/**
 * Reads expressions and keeps those that were asked for last: one preview follows the
 * other, and clusters have most of their rules in common.
 */
final class ExpressionCache {

	private static final int MOST = 20_000;

	private final Map<Asked, Parsed> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Asked, Parsed> eldest) {
			return size() > MOST;
		}

	});

	Parsed read(String text, Dialect dialect) {
		return this.kept.computeIfAbsent(new Asked(text, dialect),
				(asked) -> PromQl.parse(asked.text(), asked.dialect()));
	}

	private record Asked(String text, Dialect dialect) {
	}

}
