package io.firekeeper.configuration.alertmanager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.testing.RealBinaries;

/** A real amtool. */
final class Amtool {

	private final Path binary;

	Amtool(String version) {
		this.binary = RealBinaries.prometheus("2.42")
			.resolveSibling("../alertmanager-" + version + "/amtool")
			.normalize();
	}

	/** The receivers of an alert with these labels: the last line that amtool prints. */
	String receivers(Path configuration, Map<String, String> labels) {
		List<String> arguments = new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + configuration));
		labels.forEach((name, value) -> arguments.add(name + "=" + value));
		return run(arguments).output().strip().lines().reduce("", (before, line) -> line);
	}

	/** Whether amtool accepts a configuration. */
	Run check(Path configuration) {
		return run(List.of("check-config", configuration.toString()));
	}

	private Run run(List<String> arguments) {
		List<String> command = new ArrayList<>(List.of(this.binary.toString()));
		command.addAll(arguments);
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return new Run(process.waitFor() == 0, output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * An answer.
	 *
	 * @param accepted whether its status was 0
	 * @param output what it printed
	 */
	record Run(boolean accepted, String output) {

	}

}
