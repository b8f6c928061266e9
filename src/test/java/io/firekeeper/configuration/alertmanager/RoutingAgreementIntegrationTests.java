package io.firekeeper.configuration.alertmanager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.testing.SharedCorpus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The receivers of generated alerts over all routing trees of the shared corpus, held
 * against {@code amtool config routes test}. {@code -Dfirekeeper.generated=10000} takes
 * more alerts.
 */
class RoutingAgreementIntegrationTests {

	private static final int COUNT = Integer.getInteger("firekeeper.generated", 150);

	private static final long SEED = Long.getLong("firekeeper.seed", 20261126L);

	private final Random random = new Random(SEED);

	@ParameterizedTest
	@ValueSource(strings = { "0.25", "0.28", "0.33" })
	void whenAlertsAreRoutedThenAmtoolNamesTheSameReceivers(String version) throws IOException {
		List<Path> files = SharedCorpus.accepted("alertmanager", version);
		Amtool amtool = new Amtool(version);
		List<String> disagreements = new ArrayList<>();
		int elsewhere = 0;
		for (int count = 0; count < COUNT; count++) {
			Path file = files.get(count % files.size());
			RoutingTree tree = tree(file, version);
			Map<String, String> labels = labels(tree);
			List<AlertRoute> routes = tree.match(labels);
			String receivers = routes.stream()
				.map((route) -> route.settings().receiver())
				.collect(Collectors.joining(","));
			elsewhere += routes.getFirst().equals(tree.root()) ? 0 : 1;
			String answer = amtool.receivers(file, labels);
			if (!answer.equals(receivers)) {
				disagreements.add(file + " " + labels + "\namtool: " + answer + "\nours: " + receivers);
			}
		}
		assertThat(disagreements).isEmpty();
		assertThat(elsewhere).isGreaterThan(COUNT / 4);
	}

	/** Values that matchers of the tree ask for, changed ones, and none. */
	private Map<String, String> labels(RoutingTree tree) {
		List<LabelMatcher> matchers = new ArrayList<>();
		collect(tree.root(), matchers);
		Map<String, String> labels = new LinkedHashMap<>(Map.of("alertname", "Test"));
		for (int count = this.random.nextInt(6); count > 0 && !matchers.isEmpty(); count--) {
			LabelMatcher matcher = matchers.get(this.random.nextInt(matchers.size()));
			String value = value(matcher);
			if (value.matches("[\\w.-]+") && matcher.name().matches("\\w+")) {
				labels.put(matcher.name(), value);
			}
		}
		return labels;
	}

	private String value(LabelMatcher matcher) {
		String value = matcher.value();
		if (matcher.operator().isRegex()) {
			String[] alternatives = value.replaceAll("[()^$]", "").split("\\|");
			value = alternatives[this.random.nextInt(alternatives.length)].replaceAll("\\.[*+]", "x")
				.replaceAll("[\\[\\]*+?\\\\]", "");
		}
		return switch (this.random.nextInt(8)) {
			case 0 -> value + "x";
			case 1 -> "other";
			default -> value;
		};
	}

	private static void collect(AlertRoute route, List<LabelMatcher> matchers) {
		matchers.addAll(route.matchers());
		route.routes().forEach((child) -> collect(child, matchers));
	}

	private static RoutingTree tree(Path file, String version) throws IOException {
		YamlNode root = Yaml.read(Files.readString(file, StandardCharsets.UTF_8), Yaml.USER_LIMIT).root();
		return Objects.requireNonNull(RoutingTree.of(Objects.requireNonNull(root), TargetVersion.parse(version)),
				file.toString());
	}

}
