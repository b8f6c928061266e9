package io.firekeeper.revisions.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTests {

	private static final String BASE = """
			one
			two
			three
			four
			five
			""";

	@Test
	void whenEditsTouchOtherLinesThenBothAreKept() {
		Merge merge = Merge.of(BASE, BASE.replace("one", "ONE"), BASE.replace("five\n", "five\nsix\n"));
		assertThat(merge).isEqualTo(new Merge.Clean("""
				ONE
				two
				three
				four
				five
				six
				"""));
	}

	@Test
	void whenEditsTouchTheSameLineThenTheyConflict() {
		assertThat(Merge.of(BASE, BASE.replace("two", "2"), BASE.replace("two", "zwei")))
			.isInstanceOf(Merge.Conflict.class);
	}

	@Test
	void whenEditsAdjoinThenTheyConflict() {
		assertThat(Merge.of(BASE, BASE.replace("two", "2"), BASE.replace("three", "3")))
			.isInstanceOf(Merge.Conflict.class);
	}

	@Test
	void whenEditsAreEqualThenTheyAreAppliedOnce() {
		String edited = BASE.replace("two\n", "");
		assertThat(Merge.of(BASE, edited, edited)).isEqualTo(new Merge.Clean(edited));
	}

	@Test
	void whenOnlyOneSideChangedThenItWins() {
		assertThat(Merge.of(BASE, BASE, "new\n")).isEqualTo(new Merge.Clean("new\n"));
		assertThat(Merge.of(BASE, "new\n", BASE)).isEqualTo(new Merge.Clean("new\n"));
	}

}
