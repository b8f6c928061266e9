package io.firekeeper.policies;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;

/**
 * Makes the problems of envelopes. Their codes start with {@code policy-}.
 */
final class PolicyProblem {

	static final Comparator<Problem> BY_PLACE = Comparator
		.comparing(Problem::position, Comparator.comparingInt(Position::line).thenComparingInt(Position::column))
		.thenComparing(Problem::path)
		.thenComparing(Problem::code);

	private PolicyProblem() {
	}

	static Problem of(String code, String path, YamlNode node, String... arguments) {
		return new Problem(code, Arrays.asList(arguments), path, node.position());
	}

	static Problem unknownKey(YamlScalar key, List<String> known) {
		return of("policy-unknown-key", key.text(), key, key.text(), nearest(key.text(), known));
	}

	/** The known name that is closest to a word. */
	static String nearest(String word, List<String> known) {
		return known.stream().min(Comparator.comparingInt((name) -> distance(word, name))).orElseThrow();
	}

	private static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		Arrays.setAll(row, (index) -> index);
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int substituted = diagonal + ((left.charAt(i - 1) == right.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[right.length()];
	}

}
