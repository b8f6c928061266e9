package io.firekeeper.promql;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a text. */
final class Problems {

	private static final int MOST = 20;

	private final String text;

	private final List<SyntaxProblem> problems = new ArrayList<>(0);

	Problems(String text) {
		this.text = text;
	}

	boolean isEmpty() {
		return this.problems.isEmpty();
	}

	int count() {
		return this.problems.size();
	}

	List<SyntaxProblem> list() {
		return this.problems;
	}

	void add(Range range, String code, String... arguments) {
		add(range, code, List.of(arguments), List.of());
	}

	void add(Range range, String code, List<String> arguments, List<Note> notes) {
		if (this.problems.size() < MOST) {
			this.problems.add(new SyntaxProblem(code, arguments, range, range.position(this.text), notes));
		}
	}

}
