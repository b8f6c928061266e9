package io.firekeeper.configuration.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/** Makes templates, valid and broken, by changing tokens of given ones. */
final class TemplateGenerator {

	private static final List<String> SEEDS = seeds();

	private static final Pattern PIECE = Pattern.compile("\\{\\{-?|-?}}|\\w+|\\s+|\"[^\"]*\"|.", Pattern.DOTALL);

	private static final List<String> PIECES = List.of("{{", "}}", " ", "|", "(", ")", ".", "$", "$x", ":=", "=", ",",
			"\"", "`", "'", "-", "{{ end }}", "{{ else }}", "{{ if 1 }}", "range", "if", "with", "end", "else", "nil",
			"true", "1", "0x", "1.", ".5", "é", "{{-", "-}}", "{{/*", "*/}}", "\n", "\t", "define", "template", "\"a\"",
			"first", "query", "{{ range . }}", "08", "1e", "\\", "_", "+1", "#", "%", "$labels", ".Labels", "break",
			"continue");

	private final Random random;

	TemplateGenerator(Random random) {
		this.random = random;
	}

	private static List<String> seeds() {
		try (Stream<String> lines = Files.lines(Path.of("src/test/resources/configuration/templates.jsonl"))) {
			return lines.map((line) -> new JsonMapper().readTree(line).get("template").asString()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> next(int count) {
		List<String> templates = new ArrayList<>();
		while (templates.size() < count) {
			String template = SEEDS.get(this.random.nextInt(SEEDS.size()));
			for (int changes = this.random.nextInt(4); changes > 0; changes--) {
				template = changed(template);
			}
			templates.add(template);
		}
		return templates;
	}

	private String changed(String template) {
		List<String> pieces = new ArrayList<>(PIECE.matcher(template).results().map((match) -> match.group()).toList());
		if (pieces.isEmpty()) {
			return template;
		}
		int at = this.random.nextInt(pieces.size());
		switch (this.random.nextInt(4)) {
			case 0 -> pieces.remove(at);
			case 1 -> pieces.add(at, pieces.get(this.random.nextInt(pieces.size())));
			case 2 -> pieces.set(at, PIECES.get(this.random.nextInt(PIECES.size())));
			default -> pieces.add(at, PIECES.get(this.random.nextInt(PIECES.size())));
		}
		return String.join("", pieces);
	}

}
