package io.firekeeper.console;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	private final Figures figures = new Figures();

	@ParameterizedTest
	@CsvSource({ "0, 0", "999, 999", "1000, 1.00k", "64240, 64.2k", "6430000, 6.43M", "123456789, 123M", "NaN, —" })
	void whenSeriesAreCountedThenTheFigureIsShortAndUnknownIsNeverZero(double value, String expected) {
		assertThat(this.figures.series(value)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "3, 4, 3 / 4", "0, 0, 0 / 0", "-1, 4, —", "3, -1, —" })
	void whenAPartIsUnknownThenThereIsADash(int part, int total, String expected) {
		assertThat(this.figures.ofTotal(part, total)).isEqualTo(expected);
	}

}
