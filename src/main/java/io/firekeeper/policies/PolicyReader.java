package io.firekeeper.policies;

import java.util.ArrayList;
import java.util.List;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlMapping;

/**
 * Reads policies. Pure, and never throws: what is wrong is a problem with its place in
 * the whole text. The sentences of the problems stand under
 * {@code configuration.problem.<code>}.
 */
public final class PolicyReader {

	private static final Problem EMPTY = new Problem("policy-empty", List.of(), "", new Position(1, 1));

	private PolicyReader() {
	}

	/** Reads a text, envelope and spec. */
	public static PolicyReading read(String text, TargetVersion version) {
		PolicyReading envelope = readEnvelope(text);
		PolicyDocument document = envelope.document();
		if (document == null) {
			return envelope;
		}
		List<Problem> problems = new ArrayList<>(envelope.problems());
		problems.addAll(problems(document, version));
		problems.sort(PolicyProblem.BY_PLACE);
		return new PolicyReading(document, problems);
	}

	/**
	 * Reads a text without holding its spec against a version, except that the spec has
	 * the shape of its kind when there are no problems.
	 */
	public static PolicyReading readEnvelope(String text) {
		Yaml.Reading reading = Yaml.read(text, Yaml.USER_LIMIT);
		if (!reading.problems().isEmpty()) {
			return new PolicyReading(null, reading.problems());
		}
		if (reading.root() == null) {
			return new PolicyReading(null, List.of(EMPTY));
		}
		return (reading.root() instanceof YamlMapping root) ? new EnvelopeReader(root, text).read()
				: new PolicyReading(null, List.of(PolicyProblem.of("policy-not-mapping", "", reading.root())));
	}

	/**
	 * What a version of Prometheus would refuse in a spec. A field that holds a variable
	 * is left alone, because its value is not known yet.
	 */
	public static List<Problem> problems(PolicyDocument document, TargetVersion version) {
		return problemsAndWarnings(document, version).stream().filter((problem) -> problem.isError()).toList();
	}

	/** The same, and warnings about what it accepts and deserves a look all the same. */
	public static List<Problem> problemsAndWarnings(PolicyDocument document, TargetVersion version) {
		return SpecProblems.of(document, version);
	}

}
