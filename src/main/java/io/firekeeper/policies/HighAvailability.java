package io.firekeeper.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;

/**
 * The spec of a {@link PolicyKind#HIGH_AVAILABILITY} policy.
 *
 * @param replicaLabel the external label that holds the replica's name and is dropped
 * from alerts
 */
public record HighAvailability(String replicaLabel) {

	/** The label when the spec names none. */
	public static final String DEFAULT_LABEL = "replica";

	private static final String REPLICA_LABEL = "replicaLabel";

	private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

	/** Reads a spec that {@link #problems} found nothing wrong with. */
	public static HighAvailability of(YamlNode spec) {
		return (spec instanceof YamlMapping mapping && mapping.get(REPLICA_LABEL) instanceof YamlScalar label)
				? new HighAvailability(label.text()) : new HighAvailability(DEFAULT_LABEL);
	}

	static List<Problem> problems(YamlNode spec) {
		List<Problem> problems = new ArrayList<>();
		for (YamlMapping.Entry entry : ((YamlMapping) spec).entries()) {
			if (!entry.key().text().equals(REPLICA_LABEL)) {
				problems.add(PolicyProblem.unknownKey(entry.key(), List.of(REPLICA_LABEL)));
			}
			else if (!isLabel(entry.value())) {
				problems.add(PolicyProblem.of("policy-replica-label", REPLICA_LABEL, entry.value()));
			}
		}
		return problems;
	}

	private static boolean isLabel(YamlNode node) {
		return node instanceof YamlScalar scalar && LABEL.matcher(scalar.text()).matches()
				&& !scalar.text().equals("__name__");
	}

}
