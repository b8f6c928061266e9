package io.firekeeper.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Real configurations and rules, made safe to run. */
final class Fixtures {

	private static final Path FIXTURES = Path.of("src/test/resources/configuration");

	private static final Set<String> ADDRESSES = Set.of("url", "proxy_url", "endpoint", "token_url");

	private Fixtures() {
	}

	static YamlMapping mapping(@Nullable YamlNode node) {
		return assertThat(node).asInstanceOf(InstanceOfAssertFactories.type(YamlMapping.class)).actual();
	}

	/** The configurations by file name, each as far as a version can load it. */
	static Map<String, String> configurations(TargetVersion version) throws IOException {
		Map<String, String> configurations = new LinkedHashMap<>();
		List<Path> files = (Integer.getInteger("firekeeper.sweep", 0) > 0) ? CorpusTests.accepted(version)
				: files("configs");
		for (Path file : files) {
			YamlNode root = Yaml.read(Files.readString(file), YamlDialect.GO_2, Yaml.USER_LIMIT).root();
			if (root == null) {
				continue;
			}
			YamlNode tame = loopback(mapping(root), version);
			assertThat(PrometheusSchema.checkConfiguration(tame, version)).as(file.toString()).isEmpty();
			configurations.put(file.toString(), Yaml.print(tame));
		}
		return configurations;
	}

	/** The files of a folder. */
	static List<Path> files(String folder) throws IOException {
		try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
			return files.sorted().toList();
		}
	}

	/**
	 * The configuration without what the version does not know, and without anything that
	 * would call beyond this host.
	 */
	private static YamlNode loopback(YamlNode root, TargetVersion version) {
		YamlNode tame = withoutNetwork(root);
		Set<String> newer = PrometheusSchema.checkConfiguration(tame, version)
			.stream()
			.filter((problem) -> problem.code().startsWith("key-"))
			.map(Problem::path)
			.collect(Collectors.toSet());
		return without(tame, YamlPath.ROOT, newer);
	}

	private static YamlNode withoutNetwork(YamlNode node) {
		return switch (node) {
			case YamlScalar scalar -> scalar;
			case YamlSequence sequence ->
				YamlSequence.of(sequence.items().stream().map(Fixtures::withoutNetwork).toList());
			case YamlMapping mapping -> {
				List<YamlMapping.Entry> entries = new ArrayList<>();
				for (YamlMapping.Entry entry : mapping.entries()) {
					String key = entry.key().text();
					if (!key.endsWith("_sd_configs") || key.equals("file_sd_configs")) {
						entries.add(new YamlMapping.Entry(entry.key(), local(key, entry.value())));
					}
				}
				yield new YamlMapping(entries, mapping.position());
			}
		};
	}

	private static YamlNode local(String key, YamlNode value) {
		if (key.equals("targets") && value instanceof YamlSequence targets) {
			return YamlSequence.of(targets.items().stream().map((_) -> YamlScalar.plain("127.0.0.1:1")).toList());
		}
		if (ADDRESSES.contains(key) && value instanceof YamlScalar address) {
			return YamlScalar.plain(address.text().contains("//")
					? address.text().replaceFirst("//([^/@]*@)?[^/?]*", "//$1127.0.0.1:1") : "http://127.0.0.1:1");
		}
		return withoutNetwork(value);
	}

	private static YamlNode without(YamlNode node, YamlPath path, Set<String> paths) {
		return switch (node) {
			case YamlScalar scalar -> scalar;
			case YamlSequence sequence -> {
				List<YamlNode> items = new ArrayList<>();
				sequence.items().forEach((item) -> items.add(without(item, path.index(items.size()), paths)));
				yield YamlSequence.of(items);
			}
			case YamlMapping mapping -> new YamlMapping(mapping.entries()
				.stream()
				.filter((entry) -> !paths.contains(path.key(entry.key().text()).toString()))
				.map((entry) -> new YamlMapping.Entry(entry.key(),
						without(entry.value(), path.key(entry.key().text()), paths)))
				.toList(), mapping.position());
		};
	}

}
