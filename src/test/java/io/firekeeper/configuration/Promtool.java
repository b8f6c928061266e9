package io.firekeeper.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.firekeeper.testing.RealBinaries;

/**
 * A real promtool, asked about many texts in one process. It works in a folder of its own
 * and says its verdicts in order of the files.
 */
final class Promtool {

	private static final int BATCH = 400;

	private final String release;

	private final Path folder;

	Promtool(String release, Path folder) {
		this.release = release;
		this.folder = folder;
	}

	/** What promtool says to each text as prometheus.yml, its syntax only. */
	List<Verdict> configurations(List<String> texts) {
		return ask(List.of("check", "config", "--syntax-only"), texts);
	}

	/** What promtool says to each text as rule file. */
	List<Verdict> ruleFiles(List<String> texts) {
		return ask(List.of("check", "rules", "--lint=none"), texts);
	}

	/** What promtool says to each text as web.yml. */
	List<Verdict> webFiles(List<String> texts) {
		return ask(List.of("check", "web-config"), texts);
	}

	/**
	 * What promtool says to each text as a file of targets; every target gets an address.
	 */
	List<Verdict> targetFiles(List<String> texts, String ending) {
		List<String> configurations = new ArrayList<>();
		for (String text : texts) {
			String name = "targets-" + configurations.size() + "." + ending;
			write(name, text);
			configurations.add("scrape_configs: [{job_name: a, file_sd_configs: [{files: [" + name
					+ "]}], relabel_configs: [{target_label: __address__, replacement: a}]}]");
		}
		return ask(List.of("check", "config"), configurations);
	}

	private void write(String name, String text) {
		try {
			Files.write(this.folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Verdict> ask(List<String> command, List<String> texts) {
		List<Verdict> verdicts = new ArrayList<>();
		for (int start = 0; start < texts.size(); start += BATCH) {
			verdicts.addAll(batch(command, texts.subList(start, Math.min(texts.size(), start + BATCH))));
		}
		return verdicts;
	}

	private List<Verdict> batch(List<String> command, List<String> texts) {
		try {
			List<String> line = new ArrayList<>(
					List.of("unshare", "-n", RealBinaries.promtool(this.release).toString()));
			line.addAll(command);
			for (int index = 0; index < texts.size(); index++) {
				write(index + ".yml", texts.get(index));
				line.add(index + ".yml");
			}
			return verdicts(run(line), command, texts);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String run(List<String> line) throws IOException {
		Path output = Files.createTempFile(this.folder, "promtool", ".out");
		Process process = new ProcessBuilder(line).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			process.waitFor();
			return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			Files.delete(output);
		}
	}

	private List<Verdict> verdicts(String output, List<String> command, List<String> texts) {
		List<Verdict> verdicts = new ArrayList<>();
		for (int index = 0; index < texts.size(); index++) {
			String said = said(output, index);
			if (said.contains("SUCCESS")) {
				verdicts.add(new Verdict(true, ""));
			}
			else if (said.contains("FAILED:")) {
				verdicts.add(new Verdict(false, said.substring(said.indexOf("FAILED:") + 7).strip()));
			}
			else {
				verdicts.add(new Verdict(false, "crashed: " + said.strip().lines().findFirst().orElse("")));
				verdicts.addAll(ask(command, texts.subList(index + 1, texts.size())));
				break;
			}
		}
		return verdicts;
	}

	private static String said(String output, int index) {
		int start = startOf(output, index);
		int end = startOf(output, index + 1);
		return (start < 0) ? "" : output.substring(start, (end < 0) ? output.length() : end);
	}

	/** "Checking 0.yml" stands before a verdict, in web.yml's case its first words do. */
	private static int startOf(String output, int index) {
		int start = output.indexOf("Checking " + index + ".yml\n");
		if (start >= 0 || output.startsWith("Checking ")) {
			return start;
		}
		int successful = output.indexOf(index + ".yml SUCCESS\n");
		int failed = output.indexOf(index + ".yml FAILED: ");
		while (failed > 0 && output.charAt(failed - 1) != '\n') {
			failed = output.indexOf(index + ".yml FAILED: ", failed + 1);
		}
		while (successful > 0 && output.charAt(successful - 1) != '\n') {
			successful = output.indexOf(index + ".yml SUCCESS\n", successful + 1);
		}
		return Math.max(successful, failed);
	}

	/**
	 * What promtool said.
	 *
	 * @param accepted whether the file is good
	 * @param message why not
	 */
	record Verdict(boolean accepted, String message) {
	}

}
