package io.firekeeper.ruletests;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Finds promtool. */
final class PromtoolPath {

	private PromtoolPath() {
	}

	/**
	 * The configured one, whether it is there or not; else the first of a search path.
	 */
	static @Nullable Path find(@Nullable String configured, @Nullable String searchPath) {
		if (configured != null && !configured.isBlank()) {
			return Path.of(configured);
		}
		return Arrays.stream(((searchPath != null) ? searchPath : "").split(File.pathSeparator))
			.filter((directory) -> !directory.isEmpty())
			.map((directory) -> Path.of(directory, "promtool"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

}
