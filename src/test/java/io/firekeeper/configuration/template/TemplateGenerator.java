package io.firekeeper.configuration.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes templates, valid and broken, by changing tokens of given ones. */
final class TemplateGenerator {

	private static final List<String> SEEDS = List.of("Instance {{ $labels.instance }} down: {{ $value | humanize }}",
			"{{ .Labels.job }} {{- .Value -}} x",
			"{{ if eq $labels.a \"b\" }}x{{ else if gt $value 1.5 }}y{{ else }}z{{ end }}",
			"{{ with query \"up\" }}{{ . | first | value | humanizePercentage }}{{ else }}n{{ end }}",
			"{{ range $i, $e := query \"up\" }}{{ $i }}{{ $e.Labels.x }}{{ if $i }}{{ break }}{{ end }}{{ end }}",
			"{{ range query `up` }}{{ .Value }}{{ continue }}{{ end }}",
			"{{ define \"t\" }}{{ . }}{{ end }}{{ template \"t\" $labels }}",
			"{{ block \"b\" . }}{{ .Labels }}{{ end }}", "{{ /* comment */ }}{{/* other */ -}} x {{- /* third */}}",
			"{{ $x := 1 }}{{ $x = 0x1F }}{{ printf \"%d\" $x }}",
			"{{ (index $labels \"a-b\") }} {{ len $labels }} {{ print 'a' 1i -1.5e3 0b11 0o17 1_000 }}",
			"{{ printf \"%.2f\" (1024 | humanize1024) }}",
			"{{ $externalURL }}{{ $externalLabels.cluster }}{{ externalURL }}",
			"{{ with $labels }}{{ .job }}{{ end }}{{ nil }}", "{{ and true (not false) | or .Value }}",
			"{{ reReplaceAll \"(.*)\" \"$1\\n\" $labels.a }}", "{{ toTime 1 }}{{ args 1 2 }}{{ stripPort \"a:1\" }}",
			"{{ with .Labels.a }}x{{ else with .Labels.b }}y{{ end }}",
			"{{ template `t` }}{{ now }}{{ urlQueryEscape \"x\" }}",
			"{{ (query \"up\" | first).Labels.x }}{{ $value.Foo }}{{ .ExternalLabels }}", "no action at all }}", "{{",
			"{{ $labels.instance}} {{\n$value\n}}");

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
