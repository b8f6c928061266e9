package io.firekeeper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.firekeeper.configuration.Difference;
import io.firekeeper.configuration.ModelReplica;
import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.SemanticComparison;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any two configurations, divided by a line; what has no such line is compared with
 * itself.
 */
class SemanticComparisonFuzzTests {

	private static final String DIVIDER = "\n=====\n";

	private static final String DIRECTORY = "/etc/prometheus";

	/**
	 * What a replica's flags and variables choose where a file is silent or open, so that
	 * only one way shows a difference.
	 */
	private static final Pattern OPEN = Pattern.compile("runtime\\.gogc|storage\\b.*|global\\.external_labels\\b.*"
			+ "|.*\\.(scrape_native_histograms|extra_scrape_metrics|scrape_protocols.*|token_file_path)");

	static Stream<Arguments> seeds() {
		return Seeds.pairs(DIVIDER);
	}

	@MethodSource("seeds")
	@FuzzTest
	void whenTwoConfigurationsAreComparedThenEachEqualsItselfAndBothWaysAgree(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		int divider = text.indexOf(DIVIDER);
		String left = (divider < 0) ? text : text.substring(0, divider);
		String right = (divider < 0) ? text : text.substring(divider + DIVIDER.length());
		for (TargetVersion version : List.of(TargetVersion.OLDEST, TargetVersion.NEWEST)) {
			Bounds.hold(() -> check(left, right, version));
		}
	}

	private static void check(String left, String right, TargetVersion version) {
		SemanticComparison.ofConfigurations(left, right, DIRECTORY, version);
		if (!isAccepted(left, version) || !isAccepted(right, version)) {
			return;
		}
		assertThat(differences(left, left, version)).isEmpty();
		List<Difference> there = differences(left, right, version);
		assertThat(closed(differences(right, left, version)).isEmpty()).isEqualTo(closed(there).isEmpty());
		assertThat(differences(reprinted(left, version), right, version)).isEqualTo(there);
	}

	private static List<Difference> differences(String expected, String loaded, TargetVersion version) {
		String printed = new ModelReplica(version, DIRECTORY).print(loaded);
		return SemanticComparison.ofConfigurations(expected, printed, DIRECTORY, version);
	}

	private static List<Difference> closed(List<Difference> differences) {
		return differences.stream().filter((difference) -> !OPEN.matcher(difference.path()).matches()).toList();
	}

	private static boolean isAccepted(String text, TargetVersion version) {
		Yaml.Reading reading = PrometheusSchema.readConfiguration(text, version);
		return reading.root() != null && reading.isAccepted();
	}

	private static String reprinted(String text, TargetVersion version) {
		return Yaml.print(Objects.requireNonNull(PrometheusSchema.readConfiguration(text, version).root()));
	}

}
