package io.firekeeper.revisions.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTests {

	@Test
	void whenTextIsSplitThenJoiningGivesItBack() {
		String text = "\uFEFFa\r\nb\n\nc";
		assertThat(Lines.of(text)).containsExactly("\uFEFFa\r\n", "b\n", "\n", "c");
		assertThat(String.join("", Lines.of(text))).isEqualTo(text);
	}

	@Test
	void whenFormSendsCarriageReturnsThenLinesKeepTheirStoredEnds() {
		assertThat(Lines.withEndsOf("a\nb\nc\n", "a\r\nB\r\nc\r\n")).isEqualTo("a\nB\nc\n");
	}

	@Test
	void whenEditorDropsCarriageReturnsThenStoredOnesComeBack() {
		assertThat(Lines.withEndsOf("a\r\nb\r\n", "a\nnew\nb\n")).isEqualTo("a\r\nnew\r\nb\r\n");
	}

	@Test
	void whenStoredEndsAreMixedThenUntouchedLinesKeepThem() {
		assertThat(Lines.withEndsOf("a\r\nb\nc\r\n", "a\r\nb\r\nx\r\nc\r\n")).isEqualTo("a\r\nb\nx\r\nc\r\n");
	}

	@Test
	void whenLastLineLosesItsEndThenItIsLost() {
		assertThat(Lines.withEndsOf("a\nb\n", "a\r\nb")).isEqualTo("a\nb");
	}

	@Test
	void whenNothingIsStoredThenLinesEndInLineFeed() {
		assertThat(Lines.withEndsOf("", "a\r\nb\r\n")).isEqualTo("a\nb\n");
	}

	@Test
	void whenByteOrderMarkIsStoredThenItSurvives() {
		assertThat(Lines.withEndsOf("\uFEFFa\r\n", "\uFEFFa\r\nb")).isEqualTo("\uFEFFa\r\nb");
	}

}
