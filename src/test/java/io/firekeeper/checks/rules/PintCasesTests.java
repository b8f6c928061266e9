package io.firekeeper.checks.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The verdicts of pint's own tests that need no live server. Where the corpus is not
 * beside the checkout nothing is tested. The differences that are meant stand in
 * docs/checks.md with their reasons.
 */
class PintCasesTests {

	/** Cases that are marked as live and ask the server nothing. */
	private static final Set<String> DECIDABLE = Set.of("promql/impossible");

	/** What other rules such a case has is not in the corpus. */
	private static final String OTHER_RULES = "rec_rule";

	/** Where pint is wrong, see docs/checks.md. */
	private static final Set<String> MEANT = Set.of("pint-alerts_template-L1077", "pint-alerts_template-L1094",
			"pint-promql_impossible-L32", "pint-promql_impossible-L546");

	@Test
	void whenPintNeedsNoServerThenWeAgree() throws IOException {
		List<String> differences = new ArrayList<>();
		Map<String, int[]> agreement = new TreeMap<>();
		for (PintCase entry : cases()) {
			int[] counts = agreement.computeIfAbsent(entry.check(), (_) -> new int[2]);
			counts[1]++;
			if (entry.found() == entry.expected()) {
				counts[0]++;
			}
			else {
				differences.add(entry.id());
			}
		}
		assertThat(differences).containsExactlyInAnyOrderElementsOf(MEANT);
		assertThat(agreement.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " " + entry.getValue()[0] + " of " + entry.getValue()[1])
			.collect(Collectors.joining("\n", "", "\n"))).isEqualTo("""
					alerts/annotation 15 of 15
					alerts/comparison 17 of 17
					alerts/for 7 of 7
					alerts/template 77 of 79
					group/interval 8 of 8
					promql/aggregation 35 of 35
					promql/fragile 16 of 16
					promql/impossible 39 of 41
					promql/nan 50 of 50
					promql/range_query 3 of 3
					promql/regexp 33 of 33
					promql/selector 8 of 8
					promql/syntax 4 of 4
					rule/for 10 of 10
					rule/label 26 of 26
					rule/name 3 of 3
					rule/reject 12 of 12
					""");
	}

	private static List<PintCase> cases() throws IOException {
		List<PintCase> cases = new ArrayList<>();
		for (JsonNode row : SharedCorpus.rows("pint-cases/cases.jsonl")) {
			PintCase entry = PintCase.of(row);
			boolean offline = !row.get("needs_live_prometheus").asBoolean() || DECIDABLE.contains(entry.check());
			if (entry.isOurs() && offline && !entry.rule().contains(OTHER_RULES)) {
				cases.add(entry);
			}
		}
		return cases;
	}

}
