package io.firekeeper.revisions.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineDiffTests {

	@Test
	void whenLineChangesThenThreeLinesStandAroundIt() {
		LineDiff diff = LineDiff.of(numbers(1, 20), numbers(1, 20).replace("10\n", "ten\n"));
		assertThat(shown(diff)).containsExactly("""
				7 7 7
				8 8 8
				9 9 9
				10 - 10
				- 10 ten
				11 11 11
				12 12 12
				13 13 13""");
		assertThat(diff.added()).isEqualTo(1);
		assertThat(diff.removed()).isEqualTo(1);
	}

	@Test
	void whenChangesAreFarApartThenEachHasItsHunk() {
		LineDiff diff = LineDiff.of(numbers(1, 20),
				numbers(1, 20).replace("2\n3\n", "3\n").replace("20\n", "20\n21\n"));
		assertThat(shown(diff)).containsExactly("""
				1 1 1
				2 - 2
				3 2 3
				4 3 4
				5 4 5""", """
				18 17 18
				19 18 19
				20 19 20
				- 20 21""");
	}

	@Test
	void whenChangesAreNearThenTheyShareAHunk() {
		LineDiff diff = LineDiff.of(numbers(1, 9), numbers(1, 9).replace("2\n", "two\n").replace("8\n", "eight\n"));
		assertThat(diff.hunks()).hasSize(1);
		assertThat(diff.hunks().getFirst().lines()).hasSize(11);
	}

	@Test
	void whenThereWasNothingThenEverythingIsAdded() {
		assertThat(shown(LineDiff.of("", "a\nb\n"))).containsExactly("- 1 a\n- 2 b");
	}

	@Test
	void whenTwentyThousandLinesChangeThenItTakesLessThanASecond() {
		long start = System.nanoTime();
		LineDiff diff = LineDiff.of(numbers(1, 20_000), numbers(20_001, 40_000));
		assertThat(diff.changed()).isEqualTo(40_000);
		assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
	}

	@Test
	void whenALongTextChangesHereAndThereThenOnlyThatIsShown() {
		String before = numbers(1, 30_000);
		LineDiff diff = LineDiff.of(before, before.replace("\n777\n", "\nseven\n").replace("\n29000\n", "\n"));
		assertThat(diff.hunks()).hasSize(2);
		assertThat(diff.added()).isEqualTo(1);
		assertThat(diff.removed()).isEqualTo(2);
	}

	private static String numbers(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj((number) -> number + "\n").collect(Collectors.joining());
	}

	private static List<String> shown(LineDiff diff) {
		return diff.hunks()
			.stream()
			.map((hunk) -> hunk.lines().stream().map(LineDiffTests::shown).collect(Collectors.joining("\n")))
			.toList();
	}

	private static String shown(LineDiff.Line line) {
		return number(line.before()) + " " + number(line.after()) + " " + line.text();
	}

	private static String number(int line) {
		return (line > 0) ? String.valueOf(line) : "-";
	}

}
