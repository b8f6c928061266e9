package io.firekeeper.bench;

import java.util.List;

/** The entry of {@code bin/bench}. */
public final class Benchmarks {

	private Benchmarks() {
	}

	/** Runs what is named, {@code parse} and {@code work}, or both. */
	public static void main(String[] arguments) throws Exception {
		List<String> asked = List.of(arguments);
		boolean quick = asked.contains("--quick");
		boolean all = asked.stream().allMatch((argument) -> argument.startsWith("--"));
		if (all || asked.contains("parse")) {
			ParseFigures.measure(quick);
		}
		if (all || asked.contains("work")) {
			new WorkFigures(quick).measure();
		}
	}

}
