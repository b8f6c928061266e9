package io.firekeeper.revisions;

import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.web.FileDiff;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiffGroupsTests {

	private static final String REST = "1\n2\n3\n4\n5\n";

	@Test
	void whenFilesDifferElsewhereThenTheSameChangeIsOneGroup() {
		DiffGroups groups = new DiffGroups();
		groups.add("eu-0", main("replica: eu-0\n" + REST + "timeout: 10s\n"),
				main("replica: eu-0\n" + REST + "timeout: 5s\n"));
		groups.add("eu-1", main("replica: eu-1\n" + REST + "timeout: 10s\n"),
				main("replica: eu-1\n" + REST + "timeout: 5s\n"));
		groups.add("us-0", main("replica: us-0\n" + REST + "timeout: 10s\n"),
				main("replica: us-0\n" + REST + "timeout: 9s\n"));
		assertThat(groups.list()).extracting(DiffGroup::replicas)
			.containsExactly(List.of("eu-0", "eu-1"), List.of("us-0"));
	}

	@Test
	void whenAWordChangesThenOnlyItIsMarked() {
		DiffGroups groups = new DiffGroups();
		groups.add("eu-0", main("timeout: 10s\n"), main("timeout: 5s\n"));
		FileDiff file = groups.list().getFirst().file();
		assertThat(file.hunks().getFirst().lines()).extracting(FileDiff.Line::segments)
			.containsExactly(List.of(new FileDiff.Segment("timeout: ", false), new FileDiff.Segment("10s", true)),
					List.of(new FileDiff.Segment("timeout: ", false), new FileDiff.Segment("5s", true)));
	}

	@Test
	void whenMoreThanTwoThousandLinesChangeThenOnlyTheNumberIsKept() {
		DiffGroups groups = new DiffGroups();
		groups.add("eu-0", main(""), main("line\n".repeat(2_001)));
		DiffGroup group = groups.list().getFirst();
		assertThat(group.isLarge()).isTrue();
		assertThat(group.file().added()).isEqualTo(2_001);
	}

	@Test
	void whenADifferenceIsReadInPartsThenEveryLineIsShownOnce() {
		String after = "line\n".repeat(12_000);
		assertThat(FileDiffs.length("", after)).isEqualTo(12_000);
		assertThat(lines(FileDiffs.page("a.yml", "", after, 0))).isEqualTo(5_000);
		FileDiff last = FileDiffs.page("a.yml", "", after, 10_000);
		assertThat(lines(last)).isEqualTo(2_000);
		assertThat(last.hunks().getFirst().newStart()).isEqualTo(10_001);
	}

	private static int lines(FileDiff file) {
		return file.hunks().stream().mapToInt((hunk) -> hunk.lines().size()).sum();
	}

	private static Bundle main(String content) {
		return Bundle.of(Map.of(Bundle.MAIN_FILE, content));
	}

}
