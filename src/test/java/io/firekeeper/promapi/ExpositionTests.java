package io.firekeeper.promapi;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpositionTests {

	@Test
	void whenANameHasSeveralSeriesThenTheyAreSummed() {
		assertThat(Exposition.sums("""
				# HELP up_total Things.
				# TYPE up_total counter
				up_total{job="a"} 1
				up_total{job="b",text="brace } quote \\" and \\\\"} 2.5 1700000000000
				up_total_created 7
				plain 4e+06
				""", Set.of("up_total", "plain"))).isEqualTo(Map.of("up_total", 3.5, "plain", 4e6));
	}

	@Test
	void whenANameIsNotExposedThenItIsAbsentAndNotZero() {
		assertThat(Exposition.sums("other 1\n", Set.of("wanted"))).isEmpty();
		assertThat(Exposition.sums("", Set.of("wanted"))).isEmpty();
	}

	@Test
	void whenASampleIsNotANumberThenItDoesNotCount() {
		assertThat(Exposition.sums("a NaN\na 1\nb NaN\nc +Inf\nd -Inf\n", Set.of("a", "b", "c", "d")))
			.isEqualTo(Map.of("a", 1.0, "c", Double.POSITIVE_INFINITY, "d", Double.NEGATIVE_INFINITY));
	}

	@Test
	void whenANameIsQuotedThenItIsRead() {
		assertThat(Exposition.sums("""
				{"my.metric",label="x"} 1
				{"my.metric"} 2
				{"with \\"quotes\\""} 3
				""", Set.of("my.metric", "with \"quotes\"")))
			.isEqualTo(Map.of("my.metric", 3.0, "with \"quotes\"", 3.0));
	}

	@Test
	void whenALineHasAnExemplarThenItIsIgnored() {
		assertThat(Exposition.sums("a{le=\"1\"} 5 # {trace_id=\"x\"} 9 1.7\n", Set.of("a")))
			.isEqualTo(Map.of("a", 5.0));
	}

	@Test
	void whenALineMakesNoSenseThenItIsSkipped() {
		assertThat(Exposition.sums("a\na{\na{b=\"\n}\n{\n{}\n{} 1\na x\n a 1\na{} \n\u0000\na 2\n", Set.of("a")))
			.isEqualTo(Map.of("a", 2.0));
	}

}
