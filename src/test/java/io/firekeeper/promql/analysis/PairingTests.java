package io.firekeeper.promql.analysis;

import java.util.Objects;

import io.firekeeper.promql.Binary;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Expression;
import io.firekeeper.promql.PromQl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PairingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a / b                                            | []        | []
			sum by (job) (a) / sum by (job) (b)              | []        | []
			a / ignoring (zone) b                            | [zone]    | [zone]
			a{zone="z"} / ignoring (zone) b                  | []        | [zone]
			a / on (job) b                                   | [] others | [] others
			sum by (job, zone) (a) / on (job) sum(b)         | [zone]    | []
			sum by (zone) (a{zone="z"}) / on (job) b         | []        | [] others
			a * on (job) group_left sum by (job) (b)         | [] others | []
			'{__name__=~"a|b"} / c'                          | [__name__] | []
			(a or b) / c                                     | [__name__] | []
			""")
	void whenSeriesAreMatchedThenTheLabelsThatMultiplyAreKnown(String expression, String left, String right) {
		Pairing pairing = Objects.requireNonNull(pairing(expression));
		assertThat(text(pairing.left())).isEqualTo(left);
		assertThat(text(pairing.right())).isEqualTo(right);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a / on (job) b                              | false | false
			a / on (job) group_left b                   | true  | false
			a / on (job) group_right b                  | false | true
			""")
	void whenOneSideMayBeManyThenItIsMarked(String expression, boolean left, boolean right) {
		Pairing pairing = Objects.requireNonNull(pairing(expression));
		assertThat(pairing.left().many()).isEqualTo(left);
		assertThat(pairing.right().many()).isEqualTo(right);
	}

	@Test
	void whenNothingIsMatchedOneByOneThenThereIsNoPairing() {
		assertThat(pairing("a / 2")).isNull();
		assertThat(pairing("a and b")).isNull();
	}

	private static @Nullable Pairing pairing(String text) {
		Expression expression = Objects.requireNonNull(PromQl.parse(text, Dialect.of(3, 5)).expression());
		return Pairing.of((Binary) expression, new Outcomes());
	}

	private static String text(Pairing.Side side) {
		return side.differing() + (side.others() ? " others" : "");
	}

}
