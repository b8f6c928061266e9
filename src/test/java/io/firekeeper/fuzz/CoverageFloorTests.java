package io.firekeeper.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Test;

import io.firekeeper.promql.PromQl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the fuzz targets reach from the committed seeds alone: a target that no longer
 * gets into what it is about fails here.
 */
class CoverageFloorTests {

	private static final Map<Class<?>, String> SEEDS = Map.of(PromQlFuzzTests.class, "promql/expressions.jsonl",
			PrometheusConfigurationFuzzTests.class, "configuration/configs", RuleFileFuzzTests.class,
			"configuration/rules", AlertmanagerConfigurationFuzzTests.class, "configuration/alertmanager",
			AlertRoutingFuzzTests.class, "configuration/alertmanager", PromQlAnalysisFuzzTests.class,
			"promql/analysis.jsonl", WebConfigurationFuzzTests.class, "configuration/web",
			SemanticComparisonFuzzTests.class, "configuration/configs", RuleComparisonFuzzTests.class,
			"configuration/rules");

	@Test
	void whenTheSeedsAreReplayedThenTheyReachWhatTheTargetsAreAbout() throws Exception {
		Path classes = Path.of(PromQl.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		try (CountingLoader loader = new CountingLoader(classes)) {
			for (Map.Entry<Class<?>, String> target : SEEDS.entrySet()) {
				replay(loader.loadClass(target.getKey().getName()), Seeds.committed(target.getValue()));
			}
			replay(loader.loadClass(TargetFileFuzzTests.class.getName()), Seeds.committed("configuration/targets-yml"));
			replay(loader.loadClass(TargetFileFuzzTests.class.getName()),
					Seeds.committed("configuration/targets-json"));
			replay(loader.loadClass(TemplateFuzzTests.class.getName()), Seeds.committedTemplates());
			assertThat(loader.coveredLines("io.firekeeper.promql")).isGreaterThan(0.9);
			assertThat(loader.coveredLines("io.firekeeper.configuration")).isGreaterThan(0.74);
			assertThat(loader.coveredLines("io.firekeeper.configuration.alertmanager")).isGreaterThan(0.75);
			assertThat(loader.coveredLines("io.firekeeper.promql.analysis")).isGreaterThan(0.86);
			assertThat(loader.coveredLines("io.firekeeper.configuration.template")).isGreaterThan(0.96);
		}
	}

	private static void replay(Class<?> target, Stream<String> seeds) throws ReflectiveOperationException {
		Constructor<?> constructor = target.getDeclaredConstructor();
		constructor.setAccessible(true);
		Method test = Stream.of(target.getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(FuzzTest.class))
			.findFirst()
			.orElseThrow();
		test.setAccessible(true);
		for (String seed : seeds.toList()) {
			test.invoke(constructor.newInstance(), (Object) seed.getBytes(StandardCharsets.UTF_8));
		}
	}

}
