package io.firekeeper.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real promtool on files in a directory. */
final class Promtool {

	private static final Pattern TIMES = Pattern.compile("(?m)^took ([0-9.]+) ([0-9.]+) ([0-9.]+)$");

	private final Path directory;

	Promtool(SortedMap<String, String> files) throws IOException {
		this.directory = Files.createTempDirectory("firekeeper-bench");
		for (Map.Entry<String, String> file : files.entrySet()) {
			Path path = this.directory.resolve(file.getKey());
			Files.createDirectories(Objects.requireNonNull(path.getParent()));
			Files.writeString(path, file.getValue());
		}
	}

	Path directory() {
		return this.directory;
	}

	Cost check() throws IOException, InterruptedException {
		String promtool = System.getenv("FIREKEEPER_BINARIES") + "/prometheus-3.5/promtool";
		Process process = new ProcessBuilder("bash", "-c",
				"TIMEFORMAT='took %R %U %S'; time \"$0\" check config prometheus.yml", promtool)
			.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher times = TIMES.matcher(output);
		if (process.waitFor() != 0 || !times.find()) {
			throw new IllegalStateException(output);
		}
		return new Cost(Double.parseDouble(times.group(1)),
				Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(3)));
	}

}
