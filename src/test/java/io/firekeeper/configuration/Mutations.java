package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/**
 * Damages files as people and programs do: in the tree (a key dropped, renamed, doubled,
 * of another type) and in the text (a tab, a line lost, another line break).
 */
final class Mutations {

	static final List<String> SCALARS = List.of("null", "~", "Null", "NULL", "''", "x", "5", "-1", "1.5", "true",
			"'true'", "no", "99999999999999999999", "1e3", "0x1F", "1h", "1m1h", "0", "1d12h", "9999y", "a/b",
			"http://a:80/b", "'%zz'", "'('", "$1", "'${a}b'", "2020-01-01", "5MB", "1.5GiB", "a-b", "ä", "'a b'", "[]",
			"{}", "[x]", "[null]", "{a: b}", "[[x]]", "!!str 5", "!!int '5'", "*x", "Basic", "TLS12", "v1", "'a,b'",
			".nan");

	private static final List<String> INSERTIONS = List.of("\t", " ", "\n", "\r\n", "-", ":", ": ", "#", " #", "'",
			"\"", "{", "}", "[", "]", ",", "&a ", "*a ", "!", "|", ">", "%", "@", "`", "?", "\\", "---\n", "...\n",
			"\u00e4", "\u0085", "\u2028", "\ufeff", "\u0000", "\ud83d\ude00", "<<: ", "~", "$");

	private final Random random;

	Mutations(Random random) {
		this.random = random;
	}

	/** A damaged file; not always a bad one. */
	String mutate(String text) {
		YamlNode root = Yaml.read(text, Yaml.USER_LIMIT).root();
		return (root == null || this.random.nextInt(3) == 0) ? mutateText(text) : mutateTree(root);
	}

	/** A file damaged in its text only. */
	String mutateText(String text) {
		List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
		int line = this.random.nextInt(lines.size());
		switch (this.random.nextInt(10)) {
			case 0 -> lines.remove(line);
			case 1 -> lines.add(line, lines.get(line));
			case 2 -> lines.set(line, lines.get(line).replaceFirst("  ", "\t"));
			case 3 -> lines.set(line, " " + lines.get(line));
			case 4 -> lines.set(line, lines.get(line).replaceFirst(" ", ""));
			case 5 -> {
				return whole(text);
			}
			case 6 -> lines.set(line, lines.get(line).replaceFirst(": ", ":"));
			case 7 -> lines.set(line, lines.get(line).replaceFirst(": .*", Matcher.quoteReplacement(": " + scalar())));
			default -> {
				int at = this.random.nextInt(text.length() + 1);
				boolean drop = this.random.nextInt(4) == 0 && at < text.length();
				String inserted = drop ? "" : pick(INSERTIONS);
				return text.substring(0, at) + inserted + text.substring(drop ? at + 1 : at);
			}
		}
		return String.join("\n", lines);
	}

	private String whole(String text) {
		return switch (this.random.nextInt(9)) {
			case 0 -> text.replace("\n", "\r\n");
			case 1 -> "\ufeff" + text;
			case 2 -> "%YAML 1.2\n---\n" + text;
			case 3 -> "%YAML 1.1\n---\n" + text;
			case 4 -> "---\n" + text + "\n...\n";
			case 5 -> text + "\n---\n" + text;
			case 6 -> text + "\n---\n{ broken";
			case 7 -> text.stripTrailing();
			default -> text.replace("\n", "\r");
		};
	}

	private String mutateTree(YamlNode root) {
		int count = count(root);
		return Yaml.print(at(root, new int[] { this.random.nextInt(count) })).replace("\"<<\":", "<<:");
	}

	private static int count(YamlNode node) {
		return 1 + switch (node) {
			case YamlScalar _ -> 0;
			case YamlSequence sequence -> sequence.items().stream().mapToInt(Mutations::count).sum();
			case YamlMapping mapping -> mapping.entries().stream().mapToInt((entry) -> count(entry.value())).sum();
		};
	}

	private YamlNode at(YamlNode node, int[] left) {
		if (left[0]-- == 0) {
			return mutated(node);
		}
		return switch (node) {
			case YamlScalar scalar -> scalar;
			case YamlSequence sequence ->
				YamlSequence.of(sequence.items().stream().map((item) -> at(item, left)).toList());
			case YamlMapping mapping -> new YamlMapping(mapping.entries()
				.stream()
				.map((entry) -> new YamlMapping.Entry(entry.key(), at(entry.value(), left)))
				.toList(), mapping.position());
		};
	}

	private YamlNode mutated(YamlNode node) {
		if (this.random.nextInt(4) == 0) {
			return replacement();
		}
		return switch (node) {
			case YamlScalar _ -> replacement();
			case YamlSequence sequence -> YamlSequence.of(items(sequence.items()));
			case YamlMapping mapping -> mapping.entries().isEmpty() ? replacement()
					: new YamlMapping(entries(mapping.entries()), mapping.position());
		};
	}

	private List<YamlNode> items(List<YamlNode> from) {
		List<YamlNode> items = new ArrayList<>(from);
		int at = this.random.nextInt(items.size() + 1);
		if (at == items.size() || this.random.nextInt(3) == 0) {
			items.add(at, replacement());
		}
		else if (this.random.nextBoolean()) {
			items.add(items.get(at));
		}
		else {
			items.remove(at);
		}
		return items;
	}

	private List<YamlMapping.Entry> entries(List<YamlMapping.Entry> from) {
		List<YamlMapping.Entry> entries = new ArrayList<>(from);
		int at = this.random.nextInt(entries.size());
		YamlMapping.Entry entry = entries.get(at);
		String key = entry.key().text();
		switch (this.random.nextInt(6)) {
			case 0 -> entries.remove(at);
			case 1 -> entries.set(at, new YamlMapping.Entry(YamlScalar.plain(key + "s"), entry.value()));
			case 2 -> entries.add(entry);
			case 3 -> entries.set(at,
					new YamlMapping.Entry(YamlScalar.plain("<<"), YamlMapping.empty().with(key, entry.value())));
			case 4 -> entries.add(this.random.nextInt(entries.size() + 1),
					new YamlMapping.Entry(YamlScalar.plain("<<"), YamlMapping.empty().with(key, replacement())));
			default -> entries.set(at, new YamlMapping.Entry(entry.key(), replacement()));
		}
		return entries;
	}

	private YamlNode replacement() {
		if (this.random.nextInt(30) == 0) {
			return nested(60);
		}
		String text = scalar();
		YamlNode node = text.startsWith("*") || text.startsWith("!") ? null : Yaml.read("a: " + text, 1000).root();
		YamlNode value = (node instanceof YamlMapping mapping) ? mapping.get("a") : null;
		return (value != null) ? value : YamlScalar.plain("");
	}

	private static YamlNode nested(int depth) {
		return (depth == 0) ? YamlScalar.plain("x") : YamlSequence.of(List.of(nested(depth - 1)));
	}

	private String scalar() {
		return pick(SCALARS);
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
