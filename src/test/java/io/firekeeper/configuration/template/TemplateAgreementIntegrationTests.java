package io.firekeeper.configuration.template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.testing.RealBinaries;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds verdicts on generated templates against real promtool.
 * {@code -Dfirekeeper.generated=10000} takes more of them.
 */
class TemplateAgreementIntegrationTests {

	private static final int COUNT = Integer.getInteger("firekeeper.generated", 1000);

	private static final long SEED = Long.getLong("firekeeper.seed", 20261126L);

	private static final int RULES_IN_FILE = 500;

	private static final Pattern REFUSED = Pattern.compile("\"t(\\d+)\": annotation");

	/** Debian built its 2.53 with a newer Go than upstream, which knows it. */
	private static final Pattern ELSE_WITH = Pattern.compile("else\\s+with");

	@TempDir
	Path workspace;

	@ParameterizedTest
	@ValueSource(strings = { "2.42", "2.53", "3.5" })
	void whenTemplatesAreGeneratedThenPromtoolAgrees(String version) throws Exception {
		TemplateGenerator generator = new TemplateGenerator(new Random(SEED));
		List<String> disagreements = new ArrayList<>();
		int refused = 0;
		for (int done = 0; done < COUNT; done += RULES_IN_FILE) {
			List<String> templates = generator.next(Math.min(RULES_IN_FILE, COUNT - done));
			Set<Integer> refusedHere = refused(version, templates);
			refused += refusedHere.size();
			for (int index = 0; index < templates.size(); index++) {
				Template.Reading reading = Template.read(templates.get(index), TargetVersion.parse(version));
				boolean comparable = !version.equals("2.53") || !ELSE_WITH.matcher(templates.get(index)).find();
				if (comparable && refusedHere.contains(index) != (reading.problem() != null)) {
					disagreements.add("promtool " + (refusedHere.contains(index) ? "refuses " : "accepts ")
							+ templates.get(index) + "\n→ " + reading.problem());
				}
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(refused).isBetween(COUNT / 10, COUNT * 9 / 10);
	}

	private Set<Integer> refused(String version, List<String> templates) throws Exception {
		StringBuilder rules = new StringBuilder("groups:\n  - name: g\n    rules:\n");
		for (int index = 0; index < templates.size(); index++) {
			rules.append("      - {alert: t%d, expr: up, annotations: {a: %s}}%n".formatted(index,
					new JsonMapper().writeValueAsString(templates.get(index))));
		}
		Path file = Files.writeString(this.workspace.resolve("rules.yml"), rules);
		Process promtool = new ProcessBuilder(RealBinaries.promtool(version).toString(), "check", "rules",
				file.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		promtool.waitFor();
		return REFUSED.matcher(output)
			.results()
			.map((match) -> Integer.valueOf(match.group(1)))
			.collect(Collectors.toSet());
	}

}
