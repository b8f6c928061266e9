package io.firekeeper.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Parsed;
import io.firekeeper.promql.PromQl;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parses one expression after the other: the mean over all of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParseBenchmark {

	private static final Dialect DIALECT = Dialect.of(3, 5);

	/** Whether what this release refuses, whose problems must be found, is left out. */
	@Param({ "true", "false" })
	public boolean onlyAccepted;

	private String[] expressions = new String[0];

	private int next;

	@Setup
	public void read() throws IOException {
		this.expressions = chosen(this.onlyAccepted).toArray(String[]::new);
	}

	static List<String> chosen(boolean onlyAccepted) throws IOException {
		return Expressions.read()
			.stream()
			.filter((text) -> !onlyAccepted || PromQl.parse(text, DIALECT).problems().isEmpty())
			.toList();
	}

	@Benchmark
	public Parsed parse() {
		this.next = (this.next + 1 < this.expressions.length) ? this.next + 1 : 0;
		return PromQl.parse(this.expressions[this.next], DIALECT);
	}

}
