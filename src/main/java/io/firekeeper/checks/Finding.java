package io.firekeeper.checks;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a check says. The sentence stands in {@code i18n/checks/messages} under
 * {@code checks.<check>.<code>}, what to do about it under the same key with
 * {@code .fix}.
 *
 * @param check the check, such as {@code duplicate-name}
 * @param code which of its sentences
 * @param severity how bad
 * @param arguments of the sentence
 * @param policy the policy it is about, {@code null} when it is about a replica as a
 * whole
 * @param line the line in the policy's text, 0 when there is none
 * @param column the column, 0 when there is none
 * @param replica the replica it was seen on, {@code null} when on all
 */
public record Finding(String check, String code, Severity severity, List<String> arguments, @Nullable String policy,
		int line, int column, @Nullable String replica) {

	public Finding {
		arguments = List.copyOf(arguments);
	}

	/** How bad a finding is. An error blocks submitting. */
	public enum Severity {

		ERROR, WARNING, INFO

	}

}
