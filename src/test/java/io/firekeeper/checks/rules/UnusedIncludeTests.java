package io.firekeeper.checks.rules;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnusedIncludeTests {

	@Test
	void whenAnIncludedLabelIsLostThenItIsFound() {
		assertThat(Rules.found("unused-include", """
				- {record: a:b, expr: 'sum by (job) (x * on (job) group_left (team) y)'}
				- {record: a:c, expr: 'x and on (job) (y * on (job) group_left (team) z)'}
				- {record: a:d, expr: 'x{team="a"} * on (job) group_left (team) y'}
				""")).containsExactly("INFO 4:42 lost [team]", "INFO 5:44 lost [team]", "INFO 6:38 replaced [team]");
	}

	@Test
	void whenAnIncludedLabelIsUsedThenNothingIsFound() {
		assertThat(Rules.found("unused-include",
				"""
						- {record: a:b, expr: 'x * on (job) group_left (team) y'}
						- {record: a:c, expr: 'sum by (team) (x * on (job) group_left (team) y)'}
						- {record: a:d, expr: 'sum by (owner) (label_replace(x * on (job) group_left (team) y, "owner", "$1", "team", "(.*)"))'}
						- {record: a:e, expr: '(x * on (job) group_left (team) y) / on (team) z'}
						"""))
			.isEmpty();
	}

	@Test
	void whenAnAggregationGroupsByAnIncludedLabelThenItIsUsedWhateverFollows() {
		assertThat(Rules.found("unused-include", """
				- {record: a:b, expr: 'count(count by (node) (x * on (pod) group_left (node) info))'}
				- {record: a:c, expr: 'sum(topk by (team) (1, x * on (pod) group_left (team) info))'}
				- {record: a:d, expr: 'sum(sum without (node) (x * on (pod) group_left (node) info))'}
				""")).containsExactly("INFO 6:52 lost [node]");
	}

}
