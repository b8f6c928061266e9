package io.firekeeper.revisions;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.checks.Finding;
import io.firekeeper.configuration.Problem;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * A problem or finding as pages and REST show it.
 *
 * @param severity how bad
 * @param policy the policy it is about, {@code null} for none
 * @param line the line in the policy's text, 0 for none
 * @param column the column, 0 for none
 * @param path the YAML path, empty for none
 * @param replica the replica it was seen on, {@code null} for all
 * @param sentence what is wrong
 * @param fix what was expected, hints, and what to do
 * @param check the check that found it, by which it can be silenced, {@code null} for a
 * problem of the document
 */
record Remark(Finding.Severity severity, @Nullable String policy, int line, int column, String path,
		@Nullable String replica, Message sentence, List<Message> fix, @Nullable String check) {

	public Remark {
		fix = List.copyOf(fix);
	}

	/** Everything, what blocks submitting first; the same at the same place once. */
	static List<Remark> of(Preview preview) {
		Map<List<Object>, Remark> remarks = new LinkedHashMap<>();
		preview.edits()
			.forEach((edit) -> edit.problems()
				.stream()
				.map((problem) -> of(edit.policy(), problem))
				.forEach((remark) -> remarks.putIfAbsent(remark.key(), remark)));
		preview.effect()
			.findings()
			.stream()
			.map(Remark::of)
			.forEach((remark) -> remarks.putIfAbsent(remark.key(), remark));
		return remarks.values().stream().sorted(Comparator.comparing(Remark::severity)).toList();
	}

	private List<Object> key() {
		return List.of(String.valueOf(this.policy), this.line, this.sentence, String.valueOf(this.replica));
	}

	static Remark of(String policy, Problem problem) {
		return new Remark(Finding.Severity.ERROR, policy, problem.position().line(), problem.position().column(),
				problem.path(), null, sentence(problem), Finding.notes(problem),
				problem.code().startsWith(Problem.PROMQL) ? Finding.SYNTAX : null);
	}

	static Remark of(Finding finding) {
		return new Remark(finding.severity(), finding.policy(), finding.line(), finding.column(), "", finding.replica(),
				finding.message(), List.of(finding.fix()), finding.check());
	}

	static Message sentence(Problem problem) {
		return new Message(problem.key(), problem.arguments());
	}

}
