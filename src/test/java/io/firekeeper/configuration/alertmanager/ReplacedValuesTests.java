package io.firekeeper.configuration.alertmanager;

import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TargetVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a merge brings and another entry replaces. The verdicts are those of
 * {@code amtool check-config} 0.25 and 0.28.
 */
class ReplacedValuesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{match_re: {x: ~}, <<: {match_re: ~}}              | false
			{<<: {match_re: {x: ~}}, match_re: ~}              | false
			{<<: [{match_re: ~}, {match_re: {x: ~}}]}          | false
			{<<: {match_re: {"1x": b}}, match_re: ~}           | false
			{<<: {match_re: ~}, match_re: {x: b}}              | true
			{<<: {match: {"1x": b}}, match: ~}                 | true
			{<<: {matchers: ["x{"]}, matchers: ~}              | false
			{<<: {matchers: ["x{"]}, matchers: ["a=b"]}        | false
			{<<: {matchers: ["a=b"]}, matchers: ~}             | true
			""")
	void whenARouteReplacesWhatWasMergedThenThatIsReadAllTheSame(String route, boolean accepted) {
		String text = "route: {receiver: a, routes: [" + route + "]}\nreceivers: [{name: a}]\n";
		assertThat(isAccepted(text, "0.25")).isEqualTo(accepted);
		assertThat(isAccepted(text, "0.28")).isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{source_matchers: ["x{"], <<: {source_matchers: ~}} | false | false
			{<<: {target_match_re: {x: ~}}, target_match_re: ~} | false | false
			{<<: {equal: [1x]}, equal: ~}                       | false | true
			{<<: {source_matchers: ["a=b"]}, source_matchers: ~} | true | true
			""")
	void whenAnInhibitionReplacesWhatWasMergedThenThatIsReadAllTheSame(String rule, boolean before, boolean since) {
		String text = "route: {receiver: a}\ninhibit_rules: [" + rule + "]\nreceivers: [{name: a}]\n";
		assertThat(isAccepted(text, "0.25")).isEqualTo(before);
		assertThat(isAccepted(text, "0.28")).isEqualTo(since);
	}

	private static boolean isAccepted(String text, String version) {
		return AlertmanagerSchema.read(text, TargetVersion.parse(version))
			.problems()
			.stream()
			.noneMatch(Problem::isError);
	}

}
