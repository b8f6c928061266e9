package io.firekeeper.checks;

import java.util.Comparator;
import java.util.List;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a check says. The sentence stands in {@code i18n/checks/messages} under
 * {@code checks.<check>.<code>}, what to do about it under the same key with
 * {@code .fix}; the sentences of the checks {@value #SCHEMA} and {@value #SYNTAX} are
 * those of {@link Problem}s.
 *
 * @param check the check, such as {@code duplicate-name}
 * @param code which of its sentences
 * @param severity how bad
 * @param arguments of the sentence
 * @param policy the policy it is about, {@code null} when it is about a replica or
 * cluster as a whole
 * @param line the line in the policy's text, 0 when there is none
 * @param column the column, 0 when there is none
 * @param replica the replica it was seen on, {@code null} when on all
 */
public record Finding(String check, String code, Severity severity, List<String> arguments, @Nullable String policy,
		int line, int column, @Nullable String replica) {

	/** The name of the check that Prometheus itself would make while loading. */
	public static final String SCHEMA = "schema";

	/** The name of the check of expressions that a Prometheus does not understand. */
	public static final String SYNTAX = "syntax";

	/** Worst first, then by policy and place. */
	public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
		.thenComparing((finding) -> (finding.policy() != null) ? finding.policy() : "")
		.thenComparingInt(Finding::line)
		.thenComparingInt(Finding::column)
		.thenComparing(Finding::check)
		.thenComparing(Finding::code)
		.thenComparing((finding) -> String.join("\n", finding.arguments()));

	public Finding {
		arguments = List.copyOf(arguments);
	}

	/** About a place in a policy. */
	public static Finding in(String policy, Position position, Severity severity, String check, String code,
			String... arguments) {
		return new Finding(check, code, severity, List.of(arguments), policy, position.line(), position.column(), null);
	}

	/** About a cluster as a whole. */
	public static Finding of(Severity severity, String check, String code, String... arguments) {
		return new Finding(check, code, severity, List.of(arguments), null, 0, 0, null);
	}

	/**
	 * What Prometheus does with a place in a policy: an error stops it from loading the
	 * file, a warning does not.
	 */
	public static Finding of(Problem problem, String policy) {
		return new Finding(problem.code().startsWith(Problem.PROMQL) ? SYNTAX : SCHEMA, problem.code(),
				Severity.of(problem.weight()), problem.arguments(), policy, problem.position().line(),
				problem.position().column(), null);
	}

	/** What Prometheus expected instead, and hints. */
	public static List<Message> notes(Problem problem) {
		return problem.notes().stream().map((note) -> new Message(note.key(), note.arguments())).toList();
	}

	/** This finding without a place, for a text that nobody looks at. */
	public Finding withoutPlace() {
		return new Finding(this.check, this.code, this.severity, this.arguments, this.policy, 0, 0, this.replica);
	}

	/** This finding at another place of the same policy. */
	public Finding at(Position position) {
		return new Finding(this.check, this.code, this.severity, this.arguments, this.policy, position.line(),
				position.column(), this.replica);
	}

	/** The sentence. */
	public Message message() {
		return isOfLoader() ? new Message(Problem.key(this.code), this.arguments)
				: new Message("checks." + this.check + "." + this.code, this.arguments);
	}

	/** What to do about it. */
	public Message fix() {
		return isOfLoader()
				? Message.of((this.severity == Severity.ERROR) ? "checks.schema.fix" : "checks.schema.warning.fix")
				: new Message("checks." + this.check + "." + this.code + ".fix", this.arguments);
	}

	private boolean isOfLoader() {
		return this.check.equals(SCHEMA) || this.check.equals(SYNTAX);
	}

	/** How bad a finding is. An error blocks submitting. */
	public enum Severity {

		ERROR, WARNING, INFO;

		/** As a problem weighs. */
		public static Severity of(Problem.Weight weight) {
			return switch (weight) {
				case ERROR -> ERROR;
				case WARNING -> WARNING;
				case INFO -> INFO;
			};
		}

	}

}
