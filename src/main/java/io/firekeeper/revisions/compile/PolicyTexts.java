package io.firekeeper.revisions.compile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.Problem;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.policies.PolicyReading;
import org.jspecify.annotations.Nullable;

/**
 * The texts of policies that a compilation reads, each read once. It takes over what an
 * earlier one read and keeps of that what it asks for itself, so it grows no larger than
 * the fleet's policies. Several threads may ask.
 */
final class PolicyTexts {

	private final Map<String, Reading> earlier;

	private final Map<String, Reading> readings = new ConcurrentHashMap<>();

	private PolicyTexts(Map<String, Reading> earlier) {
		this.earlier = earlier;
	}

	/** Those of a compilation after another, if there was one. */
	static PolicyTexts after(@Nullable PolicyTexts earlier) {
		return new PolicyTexts((earlier != null) ? earlier.readings : Map.of());
	}

	Reading read(String text) {
		return this.readings.computeIfAbsent(text, (missing) -> {
			Reading known = this.earlier.get(missing);
			return (known != null) ? known : Reading.of(missing);
		});
	}

	/**
	 * What reading gave.
	 *
	 * @param policy the policy, or {@code null} when its envelope cannot be read
	 * @param problems what is wrong with its envelope
	 */
	record Reading(@Nullable ReadPolicy policy, List<Problem> problems) {

		private static Reading of(String text) {
			PolicyReading reading = PolicyReader.readEnvelope(text);
			PolicyDocument document = reading.document();
			return new Reading((document != null) ? new ReadPolicy(document) : null, reading.problems());
		}

		@Nullable PolicyDocument document() {
			return (this.policy != null) ? this.policy.document() : null;
		}

	}

}
