package io.firekeeper.revisions.text;

import io.firekeeper.revisions.text.Words.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void whenAWordChangesThenOnlyItIsMarked() {
		assertThat(Words.of("scrape_timeout: 25s", "scrape_timeout: 10s"))
			.containsExactly(new Part("scrape_timeout: ", false), new Part("25s", true));
	}

	@Test
	void whenLinesHaveLittleInCommonThenNothingIsMarked() {
		assertThat(Words.of("alert: InstanceDown", "- targets: [a]"))
			.containsExactly(new Part("alert: InstanceDown", false));
	}

	@Test
	void whenThereIsNoCounterpartThenNothingIsMarked() {
		assertThat(Words.of("new", "")).containsExactly(new Part("new", false));
	}

}
